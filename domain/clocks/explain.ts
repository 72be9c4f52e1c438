import { dayOf } from '../calendar/day.ts';
import { type DaysWalked, daysWalked } from '../calendar/days-off.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { type Clock, grantedTo } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { type Deadline, extendedBy, lastDayOf } from './deadline.ts';
import { type Limit, limitEnd } from './set-limit.ts';

/** How a deadline comes about. */
export interface Explanation {
  readonly limit: Limit;
  /** What was met on the way; only of periods in working days. */
  readonly walked?: DaysWalked | undefined;
  readonly pausedDays: number;
  readonly extendedDays: number;
  /** By rules and calendar as they are now: the clock's own deadline, unless that waits to be recomputed. */
  readonly end: Deadline;
}

/** Why a clock ends when it does. `limit` is what it runs by, its rule's period or what was set for the case. */
export function explain(
  clock: Clock,
  limit: Limit,
  extension: ClockRule['extension'],
  calendar: WorkCalendar,
): Explanation {
  const { dueAt, provisional } = limitEnd(limit, clock.startedAt, calendar);
  const { pausedDays = 0 } = clock;
  const { extendedDays = (extension?.count ?? 0) * grantedTo(clock) } = clock;
  const walked =
    'unit' in limit && limit.unit === 'working-days'
      ? daysWalked(dayOf(clock.startedAt), lastDayOf(dueAt), calendar)
      : undefined;
  const end = { dueAt: extendedBy(dueAt, pausedDays + extendedDays), provisional };
  return { limit, walked, pausedDays, extendedDays, end };
}
