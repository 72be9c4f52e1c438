import { closeHearing } from './acts/close-hearing.ts';
import { conclude } from './acts/conclude.ts';
import { decideReview } from './acts/decide-review.ts';
import { openHearing } from './acts/open-hearing.ts';
import { requestReview } from './acts/request-review.ts';

/** 复查、复核、终结: what happens with the complainant after the answer. */
export const AFTER_ACTS = {
  'request-review': requestReview,
  'open-hearing': openHearing,
  'close-hearing': closeHearing,
  'decide-review': decideReview,
  conclude,
} as const;
