import type { Case } from '../case/case.ts';
import type { SetMark } from '../case/oversight/marks.ts';

/** What sets a case apart from others of the same day, the weightiest first: what the rules see, and what people set. */
export const MARKS = {
  inspection: '督察交办',
  emergency: '突发事件',
  key: '督察重点*',
  instruction: '领导批示',
  'matter-1': '本省重点事项第一类',
  'matter-2': '本省重点事项第二类',
  'matter-3': '本省重点事项第三类',
  'matter-4': '本省重点事项第四类',
  'matter-5': '本省重点事项第五类',
  'matter-6': '本省重点事项第六类',
  'matter-7': '本省重点事项第七类',
  /** Five complaints and more that are handled as one, or what people know to be one. */
  group: '群体反映',
  nimby: '邻避',
  repeat: '重复反映',
  urged: '催办',
} as const satisfies Readonly<Record<SetMark | Seen, string>>;

export type Mark = keyof typeof MARKS;

export const MARK_NAMES = Object.keys(MARKS) as readonly Mark[];

/** What shows in the case itself. */
type Seen = 'inspection' | 'emergency' | 'group' | 'repeat' | 'urged';

const GROUP = 5;

const SHOWS: Readonly<Record<Seen, (state: Case) => boolean>> = {
  inspection: ({ inspection }) => inspection !== undefined,
  emergency: ({ classification }) => classification.urgency === 'emergency',
  group: ({ absorbed = [] }) => absorbed.length + 1 >= GROUP,
  repeat: ({ repeats = [] }) => repeats.length > 0,
  urged: ({ urges = 0 }) => urges > 0,
};

export function marksOf(state: Case): readonly Mark[] {
  const isSet = (mark: Mark) => state.marked?.some((set) => set.mark === mark) ?? false;
  const shows = (mark: Mark) => mark in SHOWS && SHOWS[mark as Seen](state);
  return MARK_NAMES.filter((mark) => isSet(mark) || shows(mark));
}

/**
 * A weightier mark counts more than all lighter ones together; three characters, which sort the weightiest first. The
 * first is a capital: releases before 2026-12 wrote one character, and never that.
 */
export function rankOf(marks: readonly Mark[]): string {
  const rank = 2 ** MARK_NAMES.length - 1 - weightOf(marks, MARK_NAMES);
  const [high, low] = [Math.floor(rank / LOW), rank % LOW];
  return `${String.fromCharCode(CAPITAL + high)}${low.toString(36).padStart(2, '0')}`;
}

const LOW = 36 ** 2;
const CAPITAL = 'A'.charCodeAt(0);

const weightOf = (marks: readonly Mark[], names: readonly Mark[]): number =>
  marks.reduce((sum, mark) => sum + 2 ** (names.length - 1 - names.indexOf(mark)), 0);

/** The marks of that rank. */
export function marksOfRank(rank: string): readonly Mark[] {
  if (rank.length === 1) return marksWithin(Number.parseInt(rank, 36), BEFORE_2026_12);
  const [high, low] = [rank.charCodeAt(0) - CAPITAL, Number.parseInt(rank.slice(1), 36)];
  return marksWithin(high * LOW + low, MARK_NAMES);
}

const BEFORE_2026_12: readonly Mark[] = ['inspection', 'emergency', 'group', 'repeat', 'urged'];

function marksWithin(rank: number, names: readonly Mark[]): readonly Mark[] {
  const weight = 2 ** names.length - 1 - rank;
  return names.filter((_, index) => (weight & (2 ** (names.length - 1 - index))) !== 0);
}
