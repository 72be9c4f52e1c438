import { addDays, type Day, weekdayOf } from './day.ts';
import { holidaysWithin, isStatutoryDayOff } from './statutory-holidays.ts';
import { isWorkingDay, type WorkCalendar } from './working-days.ts';

/** Days in a row that are off for one reason: 周末, or the holidays by their names. */
export interface DaysOff {
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
}

/** What counting working days met on its way. */
export interface DaysWalked {
  readonly off: readonly DaysOff[];
  /** 调休上班日: weekend days that were counted all the same. */
  readonly madeUp: readonly Day[];
}

const WEEKEND = '周末';

/** The days after `start` up to `end` that are no working days, each with its reason, and those that are unexpectedly. */
export function daysWalked(start: Day, end: Day, calendar: WorkCalendar): DaysWalked {
  const off: DaysOff[] = [];
  const madeUp: Day[] = [];
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) {
      const to = endOfRun(day, 1, calendar);
      off.push({ from: day, to, name: nameOf(endOfRun(day, -1, calendar), to, calendar) });
      day = to;
    } else if (isWeekend(day)) madeUp.push(day);
  }
  return { off, madeUp };
}

export const isHoliday = ({ name }: DaysOff): boolean => name !== WEEKEND;

/** The last day, going that way, on which nobody works without a break from `day` on. */
function endOfRun(day: Day, step: 1 | -1, calendar: WorkCalendar): Day {
  const next = addDays(day, step);
  return isWorkingDay(next, calendar) ? day : endOfRun(next, step, calendar);
}

function nameOf(from: Day, to: Day, calendar: WorkCalendar): string {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isGiven = calendar.holidays.has(day) || (day > calendar.to && isStatutoryDayOff(day));
    if (isGiven) return holidaysWithin(from, to).join('、') || '放假';
  }
  return WEEKEND;
}

const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
