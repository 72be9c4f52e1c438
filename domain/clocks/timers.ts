import { addDays, addHours, type Instant, instantAt } from '../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import { type Case, type Clock, runningClocks } from '../case/case.ts';
import { lastDayOf } from './deadline.ts';
import { type Policies, policyNamed } from './policies.ts';
import type { LadderStep, StepTime } from './policy.ts';

/** A rung of a ladder that has yet to go out. */
export interface Timer {
  readonly at: Instant;
  readonly clock: Clock;
  readonly step: LadderStep;
}

/**
 * Everything that will still happen to the case if nobody touches it, in order of time. Derived from its clocks each time
 * and stored nowhere, so a new calendar or ladder takes effect at once.
 */
export function timersOf(state: Case, policies: Policies, calendar: WorkCalendar): readonly Timer[] {
  return runningClocks(state)
    .flatMap((clock) => timersOfClock(clock, policies, calendar))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** The next instant at which the sweep must look at the case; undefined when no timer is left. */
export function nextTimerAt(state: Case, policies: Policies, calendar: WorkCalendar): Instant | undefined {
  return timersOf(state, policies, calendar)[0]?.at;
}

/** The rungs of one clock that have not gone out, in the order of the ladder's times. */
export function timersOfClock(clock: Clock, policies: Policies, calendar: WorkCalendar): readonly Timer[] {
  return policyNamed(clock.policy, policies)
    .clocks[clock.name].ladder.filter(({ step }) => !clock.fired.includes(step))
    .map((step) => ({ at: timeOfStep(step.when, clock.dueAt, calendar), clock, step }))
    .filter(({ at }) => at > clock.countedFrom)
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

function timeOfStep(when: StepTime, dueAt: Instant, calendar: WorkCalendar): Instant {
  if ('hours' in when) return addHours(dueAt, when.hours);
  const day = addDays(lastDayOf(dueAt), when.days);
  return instantAt(when.move === 'none' ? day : nearestWorkingDay(day, when.move, calendar), when.at);
}
