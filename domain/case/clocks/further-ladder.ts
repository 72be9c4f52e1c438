import type { Instant } from '../../calendar/day.ts';
import { type Clock, type Stricter, timesLadder } from '../../clocks/clock.ts';
import type { Case } from '../case.ts';
import { stricterFrom } from '../oversight/marks.ts';

/** 第几次反映: the complaint itself, the earlier cases that it seems to belong to, and those that were joined to it. */
const timesComplained = ({ repeats = [], absorbed = [] }: Pick<Case, 'repeats' | 'absorbed'>): number =>
  1 + repeats.length + absorbed.length;

/** The further ladder of a case: that of its marks, or that of a matter complained of so often, since it was so often. */
export function furtherLadder(clocks: readonly Clock[], state: Case, at: Instant): Stricter | undefined {
  if (state.stricter) return state.stricter;
  const times = timesComplained(state);
  const before = clocks.find(({ stoppedAt, stricter }) => stoppedAt === undefined && stricter)?.stricter;
  return stricterFrom(before, times > 1 ? timesLadder(times) : undefined, at);
}
