import { sayerOf } from '../notices/wording.ts';
import type { Contract } from '../texts/parameters.ts';

/**
 * What the public pages tell in whole paragraphs, by the name of its file in config/notices. What is said of one field,
 * button or state stands with it in the code.
 */
export const PAGE_TEXTS = {
  'page-complain': {},
  /** By when people are told whether it is taken up, and by when it is answered: "15日". */
  'page-complain-next': { tell: 'term', handle: 'term' },
  'page-receipt': {},
  'page-receipt-next': { due: 'deadline' },
  'page-progress': {},
  'page-rated': { unsolved: 'when?' },
  'page-privacy': {
    ...{
      organiser: 'term',
      telephone: 'term',
      office: 'term',
      officeTelephone: 'term',
      address: 'term',
      email: 'term?',
    },
    /** The laws by which it may be done, by which it is secret, and by which nobody may take revenge. */
    ...{ lawful: 'term', secret: 'term', unharmed: 'term' },
    /** Which chats there are, who sends text messages, and whose computers hold the data. */
    ...{ chats: 'term', texting: 'term', cloud: 'term', partners: 'when?' },
    ...{ years: 'number', basis: 'term', evidenceDays: 'number', uploadDays: 'number', logDays: 'number' },
  },
} as const satisfies Readonly<Record<string, Contract>>;

/** Below these there is an English part, for whoever wrote in English. */
export const PAGES_IN_ENGLISH: readonly string[] = ['page-receipt-next'];

export const sayPage = sayerOf(PAGE_TEXTS);
