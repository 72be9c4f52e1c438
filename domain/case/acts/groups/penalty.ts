import { declineFiling } from '../decline-filing.ts';
import { endPenalty } from '../end-penalty.ts';
import { filePenalty } from '../file-penalty.ts';
import { pausePenalty } from '../pause-penalty.ts';
import { publishPenalty } from '../publish-penalty.ts';
import { resumePenalty } from '../resume-penalty.ts';
import { suspectViolation } from '../suspect-violation.ts';

/** 行政处罚: a procedure of its own within the case. */
export const PENALTY_ACTS = {
  'suspect-violation': suspectViolation,
  'decline-filing': declineFiling,
  'file-penalty': filePenalty,
  'pause-penalty': pausePenalty,
  'resume-penalty': resumePenalty,
  'end-penalty': endPenalty,
  'publish-penalty': publishPenalty,
} as const;
