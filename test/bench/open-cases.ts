import { attributesOf } from '../../adapters/dynamodb/cases/case-items.ts';
import { shardOf } from '../../adapters/dynamodb/cases/due-index.ts';
import { listAttributes } from '../../adapters/dynamodb/cases/list-items.ts';
import { listingOf } from '../../domain/lists/listing.ts';
import { caseAfter, registeredAt } from '../support/cases.ts';
import { beijing } from '../support/rules.ts';
import { rules } from '../support/world.ts';

export const NOW = beijing('2026-06-12 10:00');
/** How many cases have a timer that is due, among however many. */
export const DUE = 100;
/** Cases of the county whose worklist is opened, among however many. */
const OWN = 50;
const MINUTE_MS = 60_000;
/** Deadlines are spread over so many minutes, sixty days, of which the first thousand are over. */
const SPREAD = 86_400;
const OVER = 1_000;

const { state } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
const listRules = rules();
const inMinutes = (minutes: number): string => new Date(Date.parse(NOW) + minutes * MINUTE_MS).toISOString();

/** The item of the n-th open case, as the code writes it: its state, its timer, and its places in lists. */
export function openCase(n: number): Record<string, unknown> {
  const id = `QH-${String(n).padStart(12, '0')}`;
  const spread = (n * 7_919) % SPREAD;
  const lead = n < OWN ? 'county' : n % 2 === 0 ? 'neighbour' : 'city';
  const clocks = state.clocks.map((clock) => ({ ...clock, dueAt: inMinutes(spread - OVER) }));
  const one = { ...state, id, lead, clocks };
  return {
    ...{ pk: `CASE#${id}`, sk: 'CASE', ...attributesOf(one) },
    ...{ duePk: shardOf(id), dueAt: inMinutes(n < DUE ? -n : 1 + spread) },
    ...listAttributes(listingOf(one, listRules)),
  };
}
