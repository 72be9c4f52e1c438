import * as z from 'zod';
import { addDays, dayOf, type Instant } from '../../calendar/day.ts';
import type { Clock } from '../../clocks/clock.ts';
import { type Schedule, timersOfClock } from '../../clocks/timers.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { CASE_STATUSES } from '../status.ts';

/** So many cases are handled in one: each has its place on the item of that case, and its complainant is told. */
export const MOST_JOINED = 500;

/** So many days after a joining it may be undone, the day of the joining not counted. */
const UNDONE_WITHIN_DAYS = 30;

/** Where a case stood when it was joined, and which of its clocks ran. */
export const BeforeJoiningSchema = stored({
  at: InstantSchema,
  status: z.enum(CASE_STATUSES),
  clocks: listOf(z.string()),
});

/** A clock that runs on, and the steps of its ladder that went by while it stood still. */
export const ResumedSchema = stored({ clock: z.string(), passed: listOf(z.string()) });

type Resumed = Readonly<z.infer<typeof ResumedSchema>>;

/** Counted in Beijing; the last day counts. */
export const mayBeUndone = (joinedAt: Instant, now: Instant): boolean =>
  dayOf(now) <= addDays(dayOf(joinedAt), UNDONE_WITHIN_DAYS);

/**
 * The clock as it would stand had it never been stopped: the same deadline, and every step up to `now` behind it,
 * repetitions too. What lies behind is not made up for.
 */
export function resumed(clock: Clock, now: Instant, schedule: Schedule): Resumed {
  let fired = clock.fired;
  for (let due = dueBy(now, clock, schedule); due.length > 0; due = dueBy(now, { ...clock, fired }, schedule))
    fired = [...fired, ...due];
  return { clock: clock.name, passed: fired.slice(clock.fired.length) };
}

const dueBy = (now: Instant, clock: Clock, schedule: Schedule): readonly string[] =>
  timersOfClock(clock, schedule)
    .filter(({ at }) => at <= now)
    .map(({ step }) => step.step);

/** These clocks run again. */
export function withResumed(clocks: readonly Clock[], all: readonly Resumed[]): readonly Clock[] {
  return clocks.map((clock) => {
    const one = all.find((other) => other.clock === clock.name);
    return one ? { ...clock, stoppedAt: undefined, fired: [...clock.fired, ...one.passed] } : clock;
  });
}
