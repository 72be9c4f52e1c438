import type { Day } from '../../domain/calendar/day.ts';
import { type LawOfDay, lawOn } from '../../domain/law/cite.ts';
import type { Statutes } from '../../domain/law/statutes.ts';
import { readRules } from './read-config.ts';

/** The law as it travels beside a bundle, day by day. */
export function readStatutes(folder: string): (day: Day) => LawOfDay {
  const statutes = readRules<Statutes>(folder, 'statutes');
  return (day) => lawOn(day, statutes);
}
