import type { Listing } from '../../domain/lists/listing.ts';
import { listsOf } from '../../domain/lists/scopes.ts';
import type { SeenCases } from '../../usecases/staff/visible-list.ts';
import type { KeptLists } from '../../usecases/staff/walk-lists.ts';

/** The lists of these cases; a read gives at most `step` of them. For tests. */
export function memoryLists(listings: () => Iterable<Listing>, step = 1_000): KeptLists {
  return {
    async read({ kind, organ }, after, until, most = step) {
      const entries = [...listings()]
        .filter((one) => listsOf(one).some((list) => list.kind === kind && list.organ === organ))
        .map(({ at, row }) => ({ at, row }))
        .filter(({ at }) => at > after && at < until)
        .toSorted((one, other) => (one.at < other.at ? -1 : 1));
      const page = entries.slice(0, Math.min(step, most));
      return { entries: page, next: entries.length > page.length ? page.at(-1)!.at : undefined };
    },
  };
}

export function memorySeenCases(): SeenCases {
  const seen = new Map<string, Map<string, number>>();
  return {
    async seenBy(sub, ids) {
      const all = [...(seen.get(sub) ?? [])];
      return new Map(all.filter(([id]) => ids === undefined || ids.includes(id)));
    },
    saw: async (sub, caseId, version) => void seen.set(sub, new Map(seen.get(sub)).set(caseId, version)),
  };
}
