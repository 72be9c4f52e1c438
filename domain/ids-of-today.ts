import { lazy } from './lazy.ts';
import type { Roster } from './organs.ts';

/** Where a case, its events and its rows hold ids of organs, alone or in lists. */
const HELD_AT: ReadonlySet<string> = new Set([
  ...['lead', 'assisting', 'accused', 'organ', 'organs', 'assignedBy', 'returnedBy', 'wouldLead', 'before'],
  ...['by', 'from', 'to', 'led', 'leadNow', 'awaited', 'waitsFor'],
]);

/** For whoever wants the ids of the day. */
export const AS_WRITTEN: Pick<Roster, 'organs'> = { organs: new Map() };

type Ids = ReadonlyMap<string, string>;

/**
 * What was kept, with the ids that its organs have today: whoever reads it never meets a former one. The record stays as
 * it was written. Of several organs that became one, each list names it once.
 */
export function inIdsOfToday(roster: Pick<Roster, 'organs'>): <Kept>(kept: Kept) => Kept {
  const ids = lazy(() => formerIds(roster));
  return <Kept>(kept: Kept) => (ids().size === 0 ? kept : (renewed(kept, ids()) as Kept));
}

const formerIds = ({ organs }: Pick<Roster, 'organs'>): Ids =>
  new Map([...organs.values()].flatMap((organ) => (organ.formerIds ?? []).map((id) => [id, organ.id] as const)));

function renewed(kept: unknown, ids: Ids): unknown {
  if (Array.isArray(kept)) return kept.map((one) => renewed(one, ids));
  if (!(kept instanceof Object)) return kept;
  const parts = Object.entries(kept).map(([name, part]) => [
    name,
    HELD_AT.has(name) ? organsIn(part, ids) : renewed(part, ids),
  ]);
  return withoutLead(Object.fromEntries(parts));
}

function organsIn(part: unknown, ids: Ids): unknown {
  if (typeof part === 'string') return ids.get(part) ?? part;
  const isList = Array.isArray(part) && part.every((one) => typeof one === 'string');
  return isList ? [...new Set(part.map((one) => ids.get(one) ?? one))] : renewed(part, ids);
}

/** Who leads a case does not assist in it as well. */
function withoutLead(holders: Readonly<Record<string, unknown>>): object {
  const { lead, assisting } = holders;
  return Array.isArray(assisting) ? { ...holders, assisting: assisting.filter((one) => one !== lead) } : holders;
}
