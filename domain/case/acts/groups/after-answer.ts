import { ask } from '../ask.ts';
import { callBack } from '../call-back.ts';
import { closeHearing } from '../close-hearing.ts';
import { conclude } from '../conclude.ts';
import { confirmAgreement } from '../confirm-agreement.ts';
import { decideReview } from '../decide-review.ts';
import { openHearing } from '../open-hearing.ts';
import { recordMediation } from '../record-mediation.ts';
import { reportBrokenAgreement } from '../report-broken-agreement.ts';
import { requestReview } from '../request-review.ts';
import { revisit } from '../revisit.ts';

/** 询问、调解、回访、回头看、复查、复核、终结: what happens with the complainant around the answer and after it. */
export const AFTER_ANSWER_ACTS = {
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
