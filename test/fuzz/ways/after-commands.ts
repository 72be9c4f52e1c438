import { PRIVATE } from '../mutations.ts';

const words = `已核实，${PRIVATE}`;

/** What staff may ask after an answer. */
export const AFTER_COMMANDS = [
  { type: 'request-review', receipt: 'QH-0000-0000-0001', on: '2026-06-01', answerReceivedOn: '2026-06-01' },
  { type: 'open-hearing', reason: words },
  { type: 'close-hearing' },
  { type: 'decide-review', decision: 'upheld', opinion: words },
  { type: 'conclude' },
];
