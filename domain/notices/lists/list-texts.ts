import type { Contract } from '../../texts/parameters.ts';
import { sayerOf } from '../wording.ts';

const DIGEST = { organ: 'term', period: 'term', count: 'number', lines: 'words?', more: 'number?' } as const;

/** 清单、汇总和定期报告: letters of several matters to staff, and the lines that they are made of. */
export const LIST_TEXTS = {
  list: { at: 'term', count: 'number', counts: 'term', entries: 'words', desk: 'term?' },
  'list-section': { section: 'term', count: 'number' },
  'list-entry': {
    ...{ number: 'number', subject: 'term', matter: 'term', place: 'term', opening: 'words' },
    ...{ due: 'term?', next: 'term?' },
  },
  'list-more': { count: 'number' },

  group: { kind: 'term', receipt: 'receipt', duty: 'term', due: 'term', address: 'term?' },
  'group-list': { count: 'number', counts: 'term', lines: 'words', desk: 'term?' },
  'group-line': { number: 'number', kind: 'term', receipt: 'receipt', duty: 'term', due: 'term' },

  'digest-overdue': DIGEST,
  'digest-undelivered': DIGEST,
  'digest-weekly': DIGEST,
  'digest-monthly': DIGEST,
  'digest-case': { receipt: 'receipt', types: 'term', place: 'term', due: 'deadline', late: 'term' },
  'digest-unit': {
    ...{ organ: 'term', received: 'number', closed: 'number', overdue: 'number' },
    ...{ satisfied: 'number', repeated: 'number' },
  },
  'digest-cause': { cause: 'term', count: 'number', who: 'term', numbers: 'term' },

  'daily-report': {
    ...{ name: 'term', day: 'term', at: 'moment' },
    ...{ received: 'number', emergencies: 'number', overdue: 'number' },
  },
  'daily-report-none': { name: 'term', day: 'term', at: 'moment' },

  'way-lists': { day: 'date', at: 'moment', lists: 'words' },
  'way-lists-none': { day: 'date', at: 'moment' },
  'way-list': { way: 'term', count: 'number', fresh: 'number', address: 'term' },
} as const satisfies Readonly<Record<string, Contract>>;

/** Those that are letters, by the first word of their subjects; the others stand in them. */
export const LIST_KINDS: Readonly<Record<string, string>> = {
  list: '清单',
  'digest-overdue': '超期',
  'digest-undelivered': '未送达清单',
  'digest-weekly': '周报',
  'digest-monthly': '月报',
  'daily-report': '日报',
  'daily-report-none': '日报',
  'way-lists': '定期',
  'way-lists-none': '定期',
};

export const sayList = sayerOf(LIST_TEXTS);
