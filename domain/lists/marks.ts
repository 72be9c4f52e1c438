import type { Case } from '../case/case.ts';

/** What sets a case apart from others of the same day, the weightiest first. */
export const MARKS = {
  inspection: '督察交办',
  emergency: '突发事件',
  /** Five complaints and more that are handled as one. */
  group: '群体反映',
  repeat: '重复反映',
  urged: '催办',
} as const;

export type Mark = keyof typeof MARKS;

export const MARK_NAMES = Object.keys(MARKS) as readonly Mark[];

const GROUP = 5;

const IS: Readonly<Record<Mark, (state: Case) => boolean>> = {
  inspection: ({ inspection }) => inspection !== undefined,
  emergency: ({ classification }) => classification.urgency === 'emergency',
  group: ({ absorbed = [] }) => absorbed.length + 1 >= GROUP,
  repeat: ({ repeats = [] }) => repeats.length > 0,
  urged: ({ urges = 0 }) => urges > 0,
};

export const marksOf = (state: Case): readonly Mark[] => MARK_NAMES.filter((mark) => IS[mark](state));

/** A weightier mark counts more than all lighter ones together; one character, which sorts the weightiest first. */
export function rankOf(marks: readonly Mark[]): string {
  const weight = marks.reduce((sum, mark) => sum + 2 ** (MARK_NAMES.length - 1 - MARK_NAMES.indexOf(mark)), 0);
  return (2 ** MARK_NAMES.length - 1 - weight).toString(36);
}

/** The marks of that rank. */
export function marksOfRank(rank: string): readonly Mark[] {
  const weight = 2 ** MARK_NAMES.length - 1 - Number.parseInt(rank, 36);
  return MARK_NAMES.filter((_, index) => (weight & (2 ** (MARK_NAMES.length - 1 - index))) !== 0);
}
