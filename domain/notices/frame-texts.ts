import type { Contract } from '../texts/parameters.ts';
import { sayerOf } from './wording.ts';

/** Which matter it is: of every letter about a case. */
export const MATTER = { matter: 'term', place: 'term', officer: 'person?', batch: 'term?', item: 'term?' } as const;
const DUE = { duty: 'term', due: 'deadline', left: 'term', days: 'term?' } as const;
const REASONED = {
  ...DUE,
  provisional: 'when?',
  basis: 'term',
  nextAt: 'moment?',
  nextStep: 'term?',
  last: 'term?',
} as const;

/** What stands around the words of a letter to staff: the duties that it is about, and the case. */
export const FRAME_TEXTS = {
  letter: { ...MATTER, opening: 'words', duties: 'words?', receipt: 'receipt', link: 'term?' },
  duty: REASONED,
  right: REASONED,
  'other-duty': DUE,
  'other-right': DUE,
} as const satisfies Readonly<Record<string, Contract>>;

export const frame = sayerOf(FRAME_TEXTS);
