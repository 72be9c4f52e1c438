import type { Instant } from '../../domain/calendar/day.ts';
import { type HandlingWays, type Way, type WayFacts, waysFor } from '../../domain/case/outside/handling-ways.ts';
import type { WayLists } from '../../usecases/notices/digests/way-lists.ts';
import { readProvince, readRules } from './read-config.ts';

/** The six ways of handling, as the rules beside a bundle have them for its province. */
export function readHandlingWays(folder: string): (state: WayFacts, now: Instant) => readonly Way[] {
  return readWayRules(folder).waysOf;
}

/** The same, and when lists of them are to be sent. */
export function readWayRules(folder: string): Pick<WayLists, 'waysOf' | 'ways'> {
  const rules = readRules<HandlingWays>(folder, 'handling-ways');
  const { division, wayLists } = readProvince(folder);
  const settings = { ...rules.settings, ...(wayLists as Partial<HandlingWays['settings']> | undefined) };
  const ways = { ...rules, settings };
  return { ways, waysOf: (state, now) => waysFor(state, now, division, ways) };
}
