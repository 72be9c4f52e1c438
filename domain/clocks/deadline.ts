import { addDays, addHours, addMonths, type Day, dayEndedBy, dayOf, type Instant, instantAt } from '../calendar/day.ts';
import { addWorkingDays, nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import type { ClockRule, Period } from './clock-rule.ts';

export interface Deadline {
  /** The first instant that is too late. */
  readonly dueAt: Instant;
  /** True when the calendar does not reach that far, so that the day is a guess. */
  readonly provisional: boolean;
}

/**
 * When a period that starts at `start` runs out. The day of the trigger does not count; "日" are calendar days, holidays
 * included, and only "工作日" are working days. A last day that is a holiday is not moved: people are reminded by the strict
 * day. What may still be done by a last day is read the other way: `lateFrom`, and `whyTooLate` of complainants.
 */
export function deadlineOf(period: Period, start: Instant, calendar: WorkCalendar): Deadline {
  switch (period.unit) {
    case 'hours':
      return { dueAt: addHours(start, period.count), provisional: false };
    case 'calendar-days':
      return { dueAt: instantAt(addDays(dayOf(start), period.count), period.by ?? '24:00'), provisional: false };
    case 'calendar-months':
      return { dueAt: instantAt(addMonths(dayOf(start), period.count), period.by ?? '24:00'), provisional: false };
    case 'working-days': {
      const { day, certain } = addWorkingDays(dayOf(start), period.count, calendar);
      return { dueAt: instantAt(day, period.by ?? '24:00'), provisional: !certain };
    }
  }
}

/**
 * The first instant at which what was due then is late: where the law of the clock moves a last day that is a day off, the
 * end of the next working day.
 */
export function lateFrom(
  dueAt: Instant,
  rule: Pick<ClockRule, 'lastDayMoves'> | undefined,
  calendar: WorkCalendar,
): Instant {
  const last = lastDayOf(dueAt);
  const moved = rule?.lastDayMoves ? nearestWorkingDay(last, 'later', calendar) : last;
  return moved === last ? dueAt : instantAt(moved, '24:00');
}

/** The last day on which the duty can still be done in time. */
export function lastDayOf(dueAt: Instant): Day {
  return dayEndedBy(dueAt);
}

/** The deadline moved by whole days, at the same time of day. */
export function extendedBy(dueAt: Instant, days: number): Instant {
  return addHours(dueAt, days * 24);
}
