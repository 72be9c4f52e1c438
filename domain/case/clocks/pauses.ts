import { dayOf, daysBetween, type Instant } from '../../calendar/day.ts';
import type { Clock } from '../../clocks/clock.ts';
import { extendedBy } from '../../clocks/deadline.ts';
import { type Case, runningClocks, withClock } from '../case.ts';

/** The clock of that name, if it stands still. */
export const pausedClock = (state: Case, name: string): Clock | undefined =>
  runningClocks(state).find((clock) => clock.name === name && clock.pausedAt !== undefined);

/** What stands in the way of holding it up. `what`: its name, as people read it. */
export function obstacleToPause(state: Case, name: string, what: string): string | undefined {
  if (!runningClocks(state).some((clock) => clock.name === name)) return `没有正在计算的${what}期限`;
  return pausedClock(state, name) ? `${what}期限已经中止计算` : undefined;
}

/** The case with that clock standing still: nothing falls due meanwhile. */
export const paused = (state: Case, name: string, at: Instant): Case =>
  withClock(state, name, (clock) => ({ ...clock, pausedAt: at }));

interface Moved {
  readonly from: Instant;
  readonly to: Instant;
}

/** By the whole days of the pause the deadline moves. */
export const movedBy = ({ dueAt, pausedAt }: Clock, now: Instant): Moved => ({
  from: dueAt,
  to: extendedBy(dueAt, daysBetween(dayOf(pausedAt ?? now), dayOf(now))),
});

/** The case with that clock running again; its ladder lies before it once more. */
export const unpaused = (state: Case, name: string, { from, to, at }: Moved & { readonly at: Instant }): Case =>
  withClock(state, name, ({ pausedAt, ...clock }) => ({
    ...clock,
    dueAt: to,
    countedFrom: at,
    pausedDays: (clock.pausedDays ?? 0) + daysBetween(dayOf(from), dayOf(to)),
    fired: from === to ? clock.fired : [],
  }));
