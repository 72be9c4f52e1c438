import { addDays, addHours, dayOf, type Instant, instantAt, timeOf } from '../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import { type Case, type Clock, runningClocks } from '../case/case.ts';
import { lastDayOf } from './deadline.ts';
import { type LadderStep, type Policies, policyNamed, type StepTime } from './policy.ts';

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

/** The rungs of one clock that have not gone out, in order of time. */
export function timersOfClock(clock: Clock, policies: Policies, calendar: WorkCalendar): readonly Timer[] {
  return ladderOf(clock, policies, calendar).filter(
    ({ at, step }) => !clock.fired.includes(step.step) && at > clock.countedFrom,
  );
}

/**
 * The whole ladder at its times. A holiday pushes rungs together: of reminders at one time only the last is sent, and an
 * escalation leaves the rung before it a working day, so that nobody is passed over before they could act.
 */
function ladderOf(clock: Clock, policies: Policies, calendar: WorkCalendar): readonly Timer[] {
  const timers: Timer[] = [];
  for (const step of policyNamed(clock.policy, policies).clocks[clock.name].ladder) {
    const before = timers.at(-1);
    const at = timeOfStep(step.when, clock.dueAt, calendar);
    if (before && at === before.at && step.kind === 'reminder') timers.pop();
    const crowded = before !== undefined && at <= before.at && step.kind === 'escalation';
    timers.push({ at: crowded ? nextWorkingDay(before.at, calendar) : at, clock, step });
  }
  return timers.toSorted((one, other) => one.at.localeCompare(other.at));
}

/** The same time of day on the next day that is worked. */
function nextWorkingDay(at: Instant, calendar: WorkCalendar): Instant {
  return instantAt(nearestWorkingDay(addDays(dayOf(at), 1), 'later', calendar), timeOf(at));
}

function timeOfStep(when: StepTime, dueAt: Instant, calendar: WorkCalendar): Instant {
  if ('hours' in when) return addHours(dueAt, when.hours);
  const day = addDays(lastDayOf(dueAt), when.days);
  return instantAt(when.move === 'none' ? day : nearestWorkingDay(day, when.move, calendar), when.at);
}
