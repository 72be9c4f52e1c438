import { addDays, type Day, weekdayOf } from './day.ts';
import { isStatutoryDayOff } from './statutory-holidays.ts';

/** 节假日与调休: the days on which Monday to Friday does not hold, and how far that is known. */
export interface WorkCalendar {
  /** First and last day for which the State Council's arrangement is known. */
  readonly from: Day;
  readonly to: Day;
  /** Days off, weekends included or not. */
  readonly holidays: ReadonlySet<Day>;
  /** 调休上班日: Saturdays and Sundays that are worked. */
  readonly makeUpDays: ReadonlySet<Day>;
}

/** 国务院办公厅 announcements by year, as config/calendar.json holds them. The years follow one another. */
export type CalendarYears = Readonly<
  Record<string, { readonly holidays: readonly Day[]; readonly makeUpDays: readonly Day[] }>
>;

/** The calendar of those years, from the first day of the first to the last of the last. */
export function workCalendarOf(years: CalendarYears): WorkCalendar {
  const names = Object.keys(years).toSorted();
  return {
    from: `${names[0]}-01-01`,
    to: `${names.at(-1)}-12-31`,
    holidays: new Set(Object.values(years).flatMap((year) => year.holidays)),
    makeUpDays: new Set(Object.values(years).flatMap((year) => year.makeUpDays)),
  };
}

/**
 * Whether the notice for that day is out. Beyond it, only days off by law and an ordinary week can be supposed, and
 * that is a guess.
 */
function covers(calendar: WorkCalendar, day: Day): boolean {
  return calendar.from <= day && day <= calendar.to;
}

/** Beyond the calendar's coverage this supposes the days off by law and an ordinary week. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  if (weekdayOf(day) === 0 || weekdayOf(day) === 6 || calendar.holidays.has(day)) return false;
  return day <= calendar.to || !isStatutoryDayOff(day);
}

/**
 * The day that lies `count` working days after `start`; the start day never counts. `certain` is false beyond coverage.
 */
export function addWorkingDays(start: Day, count: number, calendar: WorkCalendar): { day: Day; certain: boolean } {
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { day, certain: covers(calendar, day) };
}

/** The nearest working day at or before (`earlier`) or at or after (`later`) that day, as far as it is known. */
export function nearestWorkingDay(day: Day, direction: 'earlier' | 'later', calendar: WorkCalendar): Day {
  const step = direction === 'earlier' ? -1 : 1;
  let nearest = day;
  while (!isWorkingDay(nearest, calendar)) nearest = addDays(nearest, step);
  return nearest;
}
