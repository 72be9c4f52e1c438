import type { Contract } from '../../texts/parameters.ts';
import { sayerOf } from '../wording.ts';

/** 接收情况: what was received, without a word of who sent it. */
const RECEIVED = { title: 'term?', place: 'term?' } as const;
/** By when the complainant hears next; `later` where no deadline runs. */
const ANSWER_BY = { due: 'deadline?', later: 'when?' } as const;
const SIGNED = { receipt: 'receipt', pages: 'term', organ: 'term', date: 'date', telephone: 'term' } as const;
const ABOVE = { above: 'term', basis: 'term' } as const;
const ABOVE_WITHIN = { within: 'term', ...ABOVE } as const;
const CONCLUDED = { concluded: 'term' } as const;

/**
 * What each letter to a complainant is told with, by the name of its file in config/notices. The subject of a telling is
 * where the matter stands: it goes into the text message and the page of progress; that of a whole letter is its own.
 */
export const COMPLAINANT_TEXTS = {
  'telling-letter': { ...SIGNED, status: 'term', joined: 'when?', words: 'words', code: 'code?', codeless: 'when?' },
  'telling-receipt': { ...SIGNED, code: 'code', receivedAt: 'moment', due: 'deadline?' },

  'telling-accepted': { ...RECEIVED, procedure: 'term?', way: 'term?', ...ANSWER_BY, basis: 'term?' },
  'telling-declined': {
    ...RECEIVED,
    ...{ status: 'term', ground: 'term', explanation: 'words', earlier: 'receipt?', needed: 'words?' },
    unclear: 'when?',
    ...{ basis: 'term?', superior: 'term?' },
  },
  'telling-transferred': { ...RECEIVED, department: 'term', explanation: 'words', basis: 'term?' },
  'telling-joined': {},
  'telling-late-answer': {
    ...{ status: 'term', noAnswer: 'when?', answer: 'words?' },
    ...{ basis: 'term?', remedy: 'term?', answered: 'when?' },
  },
  'telling-unjoined': { tellBy: 'deadline?', ...ANSWER_BY },
  'telling-split': { parts: 'term', ...ANSWER_BY },
  'telling-part': { number: 'number', title: 'term', organ: 'term' },
  'telling-extended': { due: 'deadline', reason: 'words' },
  'telling-filed': { ...RECEIVED, within: 'term?', basis: 'term' },
  'telling-closed': { ...RECEIVED, answer: 'words', basis: 'term?', remedy: 'term' },

  'telling-received': { what: 'term', reopening: 'when?', reviewing: 'when?', withdrawing: 'when?', handling: 'when?' },
  'telling-kept': CONCLUDED,
  'telling-set-apart': { other: 'receipt' },
  'telling-reopened': ANSWER_BY,
  'telling-not-reopened': { reason: 'words', remedy: 'term?', declined: 'when?', transferred: 'when?' },

  'telling-interim': { ...RECEIVED, findings: 'words', remaining: 'words', ...ANSWER_BY },
  'telling-progress': { ...RECEIVED, progress: 'words', ...ANSWER_BY },
  'telling-rectified': { ...RECEIVED, outcome: 'words', ...ANSWER_BY },
  'telling-asked': { ...RECEIVED, question: 'words', byMail: 'when?', inChat: 'when?', onPage: 'when?' },

  'telling-review-requested': { stage: 'term', organ: 'term', due: 'deadline?', later: 'when?', basis: 'term' },
  'telling-review-decided': { stage: 'term', ruling: 'term', opinion: 'words', ...ANSWER_BY, remedy: 'term?' },
  'telling-concluded': CONCLUDED,
  concluded: { basis: 'term' },

  'remedy-petition': ABOVE_WITHIN,
  'remedy-duty': { within: 'term', basis: 'term' },
  'remedy-administrative': { reconsiderWithin: 'term', reconsider: 'term', sueWithin: 'term', sue: 'term' },
  'remedy-legal-ways': {},
  'remedy-accusation': ABOVE,
  'remedy-suggestion': {},
  'remedy-unknown': ABOVE_WITHIN,
  'remedy-recheck': ABOVE_WITHIN,
} as const satisfies Readonly<Record<string, Contract>>;

/** Those that are letters from the greeting to the date, with a subject of their own; the others stand in them. */
export const WHOLE_LETTERS: readonly string[] = ['telling-letter', 'telling-receipt'];

/** Those that have an English part (config/notices/en), for whoever wrote in English: all that reach anybody by themselves. */
export const SAID_IN_ENGLISH: readonly string[] = Object.keys(COMPLAINANT_TEXTS).filter(
  (name) => name.startsWith('telling-') && name !== 'telling-part',
);

export const tell = sayerOf(COMPLAINANT_TEXTS);
