import { addDays, addHours, dayOf, type Instant, instantAt, mondayOf, timeOf } from '../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import type { Clock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { lastDayOf, lateFrom } from './deadline.ts';
import type { LadderStep, Repetition, StepTime } from './ladder.ts';

/** It was late before anybody had it: an order came after its limit, or a case was taken up after its period. */
export const isLateFromStart = ({ dueAt, countedFrom }: Clock): boolean => dueAt <= countedFrom;

/** That it is late already is told as it starts. */
export const isToldLate = ({ kind }: LadderStep, clock: Clock): boolean => kind === 'overdue' && isLateFromStart(clock);

/**
 * What is repeated every week goes with Monday's list, so never later than a week after, or the first working day after
 * a holiday; other repetitions keep their time. Clocks of days leave people their days off, clocks of hours do not.
 */
export function repeatedAt(at: Instant, { when, daysAfter }: Repetition, calendar: WorkCalendar): Instant {
  const day = addDays(dayOf(at), daysAfter);
  if (daysAfter % 7 === 0) return instantAt(nearestWorkingDay(mondayOf(day), 'later', calendar), MORNING);
  return instantAt('hours' in when ? day : nearestWorkingDay(day, 'later', calendar), timeOf(at));
}

/** It says that something is late. */
export const isToldWhenLate = ({ kind }: LadderStep): boolean => kind === 'overdue' || kind === 'escalation';

/** In time for the morning list. */
const MORNING = '08:15';

/** The next day that is worked after that instant, at the time of day of `at`. */
export function nextWorkingDay(after: Instant, at: Instant, calendar: WorkCalendar): Instant {
  return instantAt(nearestWorkingDay(addDays(dayOf(after), 1), 'later', calendar), timeOf(at));
}

/** When a step would go out if every day were worked: whatever days off push together keeps this order. */
export function plannedAt(when: StepTime, dueAt: Instant): Instant {
  return 'hours' in when ? addHours(dueAt, when.hours) : instantAt(addDays(lastDayOf(dueAt), when.days), when.at);
}

/**
 * When it goes out: reminders by the deadline, what is late from when it is late. What is late from the start is told at
 * once, and the levels above hear of it as if it had ended then.
 */
export function goesOutAt(
  step: LadderStep,
  clock: Clock,
  { rule, calendar }: { readonly rule: ClockRule | undefined; readonly calendar: WorkCalendar },
): Instant {
  if (isToldLate(step, clock)) return toldLateAt(clock, calendar);
  const ended = isToldWhenLate(step) ? lateFrom(clock.dueAt, rule, calendar) : clock.dueAt;
  const end = isLateFromStart(clock) ? clock.countedFrom : ended;
  const { when } = step;
  const at = plannedAt(when, end);
  if ('hours' in when || when.move === 'none') return at;
  return instantAt(nearestWorkingDay(addDays(lastDayOf(end), when.days), when.move, calendar), when.at);
}

/** What had ended a month before is history: many of that come in at once, and are told in one list in the morning. */
function toldLateAt({ countedFrom, dueAt }: Clock, calendar: WorkCalendar): Instant {
  const isHistory = addDays(dayOf(dueAt), HISTORY_DAYS) < dayOf(countedFrom);
  const next = (): Instant => instantAt(nearestWorkingDay(addDays(dayOf(countedFrom), 1), 'later', calendar), MORNING);
  return isHistory ? next() : countedFrom;
}

const HISTORY_DAYS = 30;
