import type { Case } from '../../domain/case/case.ts';
import type { Listing } from '../../domain/lists/listing.ts';
import { type KeptList, listsOf } from '../../domain/lists/scopes.ts';
import { LISTED } from './list-row.ts';

/** The index of each kind of list, and the attribute that is its key: lib/case-table.ts makes them. */
export const LIST_INDEXES = {
  led: { index: 'led', key: 'ledBy' },
  assisting: { index: 'led', key: 'ledBy' },
  awaited: { index: 'awaited', key: 'awaitedOf' },
  top: { index: 'top', key: 'topAbove' },
  branch: { index: 'branch', key: 'branchAbove' },
  all: { index: 'all', key: 'listOfAll' },
} as const satisfies Readonly<Record<KeptList['kind'], { readonly index: string; readonly key: string }>>;

/** Of a list, the value of its key. An organ assists in many cases, a case has many who assist: they are items of their own. */
export const partitionOf = ({ kind, organ }: KeptList): string => (kind === 'assisting' ? `ASSISTING#${organ}` : organ);

/** What a case's own item says of the lists that it is in. */
export function listAttributes(listing: Listing): Readonly<Record<string, unknown>> {
  const own = listsOf(listing).filter(({ kind }) => kind !== 'assisting');
  const keys = own.map((list) => [LIST_INDEXES[list.kind].key, partitionOf(list)]);
  return { ...Object.fromEntries(keys), listedAt: listing.at, extendedTo: listing.row.extendedTo };
}

/** The attributes that are no part of the state of a case. */
export const LIST_ATTRIBUTES = [
  ...Object.values(LIST_INDEXES).map(({ key }) => key),
  ...['listedAt', 'extendedTo'],
] as const;

/**
 * The items by which a case is in the lists of those who assist: only those that change, where it is known what there
 * was. Who assists no more keeps an empty one, for nothing is deleted from this table.
 */
export function assistingItems(state: Case, listing: Listing, before?: Listing): Record<string, unknown>[] {
  const isSame = before && JSON.stringify([before.at, before.row]) === JSON.stringify([listing.at, listing.row]);
  const kept = listing.assisting.filter((organ) => !isSame || !before.assisting.includes(organ));
  const left = before?.assisting.filter((organ) => !listing.assisting.includes(organ)) ?? [];
  const key = (organ: string) => ({ pk: `CASE#${state.id}`, sk: `ASSISTING#${organ}` });
  return [
    ...kept.map((organ) => ({
      ...key(organ),
      ...entryOf(state, listing),
      ledBy: partitionOf({ kind: 'assisting', organ }),
    })),
    ...left.map(key),
  ];
}

function entryOf(state: Case, { at, row }: Listing): Record<string, unknown> {
  const shown = Object.entries(state).filter(([name]) => LISTED.some((one) => one === name));
  const { lead, waitsFor, extendedTo } = row;
  return { ...Object.fromEntries(shown), listedAt: at, leadNow: lead, waitsFor, extendedTo };
}
