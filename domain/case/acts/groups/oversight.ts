import { acknowledge } from '../acknowledge.ts';
import { acknowledgeTransfer } from '../acknowledge-transfer.ts';
import { answerInstruction } from '../answer-instruction.ts';
import { extendSupervision } from '../extend-supervision.ts';
import { informAuthorities } from '../inform-authorities.ts';
import { instruct } from '../instruct.ts';
import { issueOrder } from '../issue-order.ts';
import { liftSupervision } from '../lift-supervision.ts';
import { mark } from '../mark.ts';
import { supervise } from '../supervise.ts';

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
