import { addDays, type Day } from './day.ts';
import { dayAt, newMoon, newMoonBy, startOf, sunAt, sunLongitude } from './sky.ts';

/** 清明: the sun at 15 degrees. */
export const qingmingOf = (year: number): Day => dayAt(sunAt(15, startOf(`${year}-04-05`)));

const winterSolsticeOf = (year: number): Day => dayAt(sunAt(270, startOf(`${year}-12-21`)));

/**
 * The day of a lunar date, months 1 to 10, none of them a leap month (GB/T 33661-2017: months begin with the day of the
 * new moon in Beijing; the eleventh holds the winter solstice; of thirteen between two solstices the first without a
 * major solar term is the leap month).
 */
export function lunarDate(year: number, month: number, day: number): Day {
  const eleventh = newMoonBy(winterSolsticeOf(year - 1));
  const next = newMoonBy(winterSolsticeOf(year));
  const usual = eleventh + 1 + month;
  const hasLeapMonth = next - eleventh === 13;
  const leap = hasLeapMonth ? firstWithoutMajorTerm(eleventh + 1) : Number.POSITIVE_INFINITY;
  return addDays(dayAt(newMoon(usual < leap ? usual : usual + 1)), day - 1);
}

function firstWithoutMajorTerm(number: number): number {
  const termAt = (moon: number): number => Math.floor(sunLongitude(startOf(dayAt(newMoon(moon)))) / 30);
  return termAt(number) === termAt(number + 1) ? number : firstWithoutMajorTerm(number + 1);
}
