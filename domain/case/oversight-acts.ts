import { acknowledge } from './acts/acknowledge.ts';
import { acknowledgeTransfer } from './acts/acknowledge-transfer.ts';
import { answerInstruction } from './acts/answer-instruction.ts';
import { extendSupervision } from './acts/extend-supervision.ts';
import { informAuthorities } from './acts/inform-authorities.ts';
import { instruct } from './acts/instruct.ts';
import { issueOrder } from './acts/issue-order.ts';
import { liftSupervision } from './acts/lift-supervision.ts';
import { mark } from './acts/mark.ts';
import { supervise } from './acts/supervise.ts';

/** 督办: what those above, and heads, ask of a case beside its answer, and what goes to other offices. */
export const OVERSIGHT_ACTS = {
  mark,
  instruct,
  'answer-instruction': answerInstruction,
  supervise,
  'extend-supervision': extendSupervision,
  'lift-supervision': liftSupervision,
  'issue-order': issueOrder,
  'acknowledge-transfer': acknowledgeTransfer,
  'inform-authorities': informAuthorities,
  acknowledge,
} as const;
