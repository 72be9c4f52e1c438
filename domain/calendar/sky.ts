import type { Day } from './day.ts';

/** A Julian date: days, with their fraction, since noon of 1 January 4713 BC. */
export type JulianDate = number;

const [NOON_OF_2000, MIDNIGHT_OF_1970] = [2_451_545, 2_440_587.5];
const DAY_MS = 86_400_000;
/**
 * Beijing's clocks before Universal Time, less the 70 seconds by which the even time of the formulas runs ahead of it
 * in these decades.
 */
const BEIJING_MS = 8 * 3_600_000 - 70_000;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const turned = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** The day it is in Beijing at that instant. */
export const dayAt = (at: JulianDate): Day =>
  new Date((at - MIDNIGHT_OF_1970) * DAY_MS + BEIJING_MS).toISOString().slice(0, 10);

/** The instant at which that day begins in Beijing. */
export const startOf = (day: Day): JulianDate => (Date.parse(day) - BEIJING_MS) / DAY_MS + MIDNIGHT_OF_1970;

/**
 * Apparent longitude of the sun in degrees, 0 at the spring equinox (Meeus, Astronomical Algorithms, ch. 25: good to a
 * hundredth).
 */
export function sunLongitude(at: JulianDate): number {
  const centuries = (at - NOON_OF_2000) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * centuries;
  const centre =
    (1.914602 - 0.004817 * centuries) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  const aberration = 0.00569 + 0.00478 * sin(125.04 - 1934.136 * centuries);
  return turned(280.46646 + 36_000.76983 * centuries + centre - aberration);
}

/** When the sun comes to that longitude, next to a guess at most half a year off. */
export function sunAt(longitude: number, guess: JulianDate): JulianDate {
  let at = guess;
  for (let round = 0; round < 6; round += 1) {
    const missing = turned(longitude - sunLongitude(at) + 180) - 180;
    at += (missing / 360) * 365.2422;
  }
  return at;
}

/**
 * The new moon of that number, 0 being the first of the year 2000 (Meeus, ch. 49: good to a few minutes in this
 * century).
 */
export function newMoon(number: number): JulianDate {
  const centuries = number / 1236.85;
  const eccentricity = 1 - 0.002516 * centuries;
  const sun = 2.5534 + 29.1053567 * number;
  const moon = 201.5643 + 385.81693528 * number;
  const latitude = 160.7108 + 390.67050284 * number;
  return (
    2_451_550.09766 +
    29.530588861 * number -
    0.4072 * sin(moon) +
    0.17241 * eccentricity * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * eccentricity * sin(moon - sun) -
    0.00514 * eccentricity * sin(moon + sun) +
    0.00208 * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * eccentricity * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * sin(sun + 2 * latitude) +
    0.00038 * sin(sun - 2 * latitude) -
    0.00024 * sin(2 * moon - sun)
  );
}

/** The last new moon of which the day in Beijing is that day or an earlier one, by its number. */
export function newMoonBy(day: Day): number {
  const estimate = Math.ceil((startOf(day) - newMoon(0)) / 29.530588861) + 2;
  let number = estimate;
  while (dayAt(newMoon(number)) > day) number -= 1;
  return number;
}
