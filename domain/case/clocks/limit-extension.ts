import { type Day, daysBetween, type Instant } from '../../calendar/day.ts';
import { extendedBy, lastDayOf } from '../../clocks/deadline.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import type { Roster } from '../../organs.ts';
import { type Case, runningClocks } from '../case.ts';
import { othersBounds, whoseBound } from './assigned-limit.ts';

/**
 * Why the limit that a case was assigned with is not for its lead to extend: a sender's is the sender's (provision
 * `assigned-limit` is of what a level above gave out).
 */
export const obstacleToLimit = ({ limits }: Pick<Case, 'limits'>): string | undefined =>
  limits?.[SET_LIMIT]?.by === undefined ? '指定期限由来件单位定，请与来件单位联系' : undefined;

/** The same time of day on that day. */
export const movedTo = (dueAt: Instant, until: Day): Instant => extendedBy(dueAt, daysBetween(lastDayOf(dueAt), until));

/**
 * Why a clock may not be extended to that day, which is named for the limit of an assignment and for no other: later
 * than it is, and within what others wait for, whom the lead's own head cannot answer for.
 */
export function whyNotUntil(state: Case, name: string | undefined, until: Day | undefined, roster: Roster) {
  if (name !== SET_LIMIT) return until === undefined ? undefined : '该期限能延长几日由规定确定，请不要写“延至哪一天”';
  if (until === undefined) return '请写明指定期限延至哪一天';
  const clock = runningClocks(state).find((one) => one.name === name)!;
  const to = movedTo(clock.dueAt, until);
  if (to <= clock.dueAt) return '要延至的日期，应当晚于现在的期限';
  const first = othersBounds(state).find((bound) => bound.until < to);
  return first && whoseBound(first, roster);
}
