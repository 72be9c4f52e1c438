import type { Instant } from '../../domain/calendar/day.ts';
import { type HandlingWays, type Way, type WayFacts, waysFor } from '../../domain/case/handling-ways.ts';
import { readProvince, readRules } from './read-config.ts';

/** The six ways of handling, as the rules beside a bundle have them for its province. */
export function readHandlingWays(folder: string): (state: WayFacts, now: Instant) => readonly Way[] {
  const rules = readRules<HandlingWays>(folder, 'handling-ways');
  const { division } = readProvince(folder);
  return (state, now) => waysFor(state, now, division, rules);
}
