import type { Contract, ValuesOf } from '../texts/parameters.ts';
import { type Wording, written } from './wording.ts';

/** What each letter to staff is told with, by the name of its file in config/notices (docs/notice-texts.md). */
export const STAFF_TEXTS = {
  objected: { organ: 'term', reason: 'words' },
  'objection-agreed': { successor: 'term', remark: 'words?' },
  'returned-to-assign': { organ: 'term', remark: 'words?' },
  'objection-refused': { reason: 'words' },
  'officer-named': { officer: 'person', reason: 'words?' },
  'closing-proposed': { proposer: 'person' },
  'closing-returned': { proposer: 'person', reason: 'words' },
} as const satisfies Readonly<Record<string, Contract>>;

type StaffTexts = typeof STAFF_TEXTS;

/** That text, with those values. */
export const say = <Name extends keyof StaffTexts>(text: Name, values: ValuesOf<StaffTexts[Name]>): Wording => ({
  text,
  values: written(values, STAFF_TEXTS[text]),
});
