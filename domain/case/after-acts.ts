import { ask } from './acts/ask.ts';
import { callBack } from './acts/call-back.ts';
import { closeHearing } from './acts/close-hearing.ts';
import { conclude } from './acts/conclude.ts';
import { confirmAgreement } from './acts/confirm-agreement.ts';
import { decideReview } from './acts/decide-review.ts';
import { openHearing } from './acts/open-hearing.ts';
import { recordMediation } from './acts/record-mediation.ts';
import { reportBrokenAgreement } from './acts/report-broken-agreement.ts';
import { requestReview } from './acts/request-review.ts';
import { revisit } from './acts/revisit.ts';

/** 询问、调解、回访、回头看、复查、复核、终结: what happens with the complainant around the answer and after it. */
export const AFTER_ACTS = {
  'request-review': requestReview,
  'open-hearing': openHearing,
  'close-hearing': closeHearing,
  'decide-review': decideReview,
  conclude,
  ask,
  'record-mediation': recordMediation,
  'confirm-agreement': confirmAgreement,
  'report-broken-agreement': reportBrokenAgreement,
  'call-back': callBack,
  revisit,
} as const;
