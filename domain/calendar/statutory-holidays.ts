import { addDays, type Day, weekdayOf } from './day.ts';
import { lunarDate, qingmingOf } from './lunar-dates.ts';

const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/**
 * The days off of a year that need no notice, by the State Council's measure on holidays as amended in 2024 (from 2025
 * on; its art. 2): new year, the eve and the first three days of the lunar year, 清明, 1 and 2 May, 端午, 中秋, 1 to 3
 * October; each together.
 */
export function statutoryHolidays(year: number): readonly (readonly Day[])[] {
  return [
    [`${year}-01-01`],
    daysFrom(addDays(lunarDate(year, 1, 1), -1), 4),
    [qingmingOf(year)],
    daysFrom(`${year}-05-01`, 2),
    [lunarDate(year, 5, 5)],
    [lunarDate(year, 8, 15)],
    daysFrom(`${year}-10-01`, 3),
  ];
}

/**
 * The same with the working days by which those on a weekend are made up (its art. 6). Which days these are only the
 * year's notice says; until then, the next ones after the holiday.
 */
export function statutoryDaysOff(year: number): readonly Day[] {
  const holidays = statutoryHolidays(year);
  const off = new Set(holidays.flat());
  for (const holiday of holidays) {
    let day = holiday.at(-1)!;
    for (const _ of holiday.filter(isWeekend)) {
      do day = addDays(day, 1);
      while (isWeekend(day) || off.has(day));
      off.add(day);
    }
  }
  return [...off].toSorted();
}

const known = new Map<number, readonly Day[]>();

/** Whether the law itself gives that day off, or makes a weekend up by it; the sky is asked once a year. */
export function isStatutoryDayOff(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const off = known.get(year) ?? statutoryDaysOff(year);
  known.set(year, off);
  return off.includes(day);
}
