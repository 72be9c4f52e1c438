import type { Contract } from '../../texts/parameters.ts';
import { MATTER } from '../frame-texts.ts';
import { sayerOf } from '../wording.ts';

/** What offices outside of the roster are told by letter. */
export const OUTSIDE_TEXTS = {
  'order-result': {
    ...MATTER,
    number: 'term',
    status: 'term',
    receipt: 'receipt',
    endedAt: 'moment',
    due: 'deadline?',
    punctuality: 'term?',
    answer: 'words?',
    department: 'term?',
    explanation: 'words?',
    resumed: 'when?',
  },
  forwarded: {
    ...{ number: 'term?', heading: 'term', office: 'term', purpose: 'term', answerBy: 'date?' },
    ...{ telephone: 'term', organ: 'term', date: 'date' },
  },
  'forwarded-list': { heading: 'term', cover: 'words', count: 'number', cases: 'words' },
  'forwarded-case': { receipt: 'receipt', place: 'term', matter: 'term', due: 'term' },
} as const satisfies Readonly<Record<string, Contract>>;

export const sayOutside = sayerOf(OUTSIDE_TEXTS);
