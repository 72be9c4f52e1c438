import type { Day } from '../../domain/calendar/day.ts';
import { type DatedMatters, type Matters, mattersOn } from '../../domain/matter.ts';
import { byDay } from './by-day.ts';
import { readRules } from './read-config.ts';
import { readStatutes } from './read-statutes.ts';

/** Whose business each matter is by law, day by day, as it travels beside a bundle. */
export function readMatters(folder: string): (day: Day) => Matters {
  const matters = readRules<DatedMatters>(folder, 'matters');
  const lawOn = readStatutes(folder);
  return byDay((day) => mattersOn(lawOn(day), matters));
}
