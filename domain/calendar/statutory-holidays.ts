import { addDays, type Day, weekdayOf } from './day.ts';
import { lunarDate, qingmingOf } from './lunar-dates.ts';

const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));

/** 节日, in the order in which a year has them. */
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

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

/** The sky is asked once for a year. */
function onceAYear<T>(compute: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    const found = known.get(year) ?? compute(year);
    known.set(year, found);
    return found;
  };
}

const holidaysOf = onceAYear(statutoryHolidays);
const daysOffOf = onceAYear(statutoryDaysOff);

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Whether the law itself gives that day off, or makes a weekend up by it. */
export const isStatutoryDayOff = (day: Day): boolean => daysOffOf(yearOf(day)).includes(day);

/** The holidays of which at least one day by law lies between those two days, both included. */
export function holidaysWithin(from: Day, to: Day): readonly string[] {
  return [...new Set([from, to].map(yearOf))].flatMap((year) =>
    holidaysOf(year).flatMap((days, index) => (days.some((day) => from <= day && day <= to) ? NAMES[index]! : [])),
  );
}
