import type { Listing } from '../../domain/lists/listing.ts';
import { type KeptList, listsOf } from '../../domain/lists/scopes.ts';

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
export const valueOf = ({ kind, organ }: KeptList): string => (kind === 'assisting' ? `ASSISTING#${organ}` : organ);

/** What a case's own item says of the lists that it is in. */
export function listAttributes(listing: Listing): Readonly<Record<string, unknown>> {
  const own = listsOf(listing).filter(({ kind }) => kind !== 'assisting');
  const keys = own.map((list) => [LIST_INDEXES[list.kind].key, valueOf(list)]);
  return { ...Object.fromEntries(keys), listedAt: listing.at, row: listing.row };
}

/** The attributes that are no part of the state of a case. */
export const LIST_ATTRIBUTES = [...Object.values(LIST_INDEXES).map(({ key }) => key), 'listedAt', 'row'] as const;

/**
 * The items by which a case is in the lists of those who assist: only those that change, where it is known what there
 * was. Who assists no more keeps an empty one, for nothing is deleted from this table.
 */
export function assistingItems(pk: string, listing: Listing, before?: Listing): Record<string, unknown>[] {
  const isSame = before && before.at === listing.at && JSON.stringify(before.row) === JSON.stringify(listing.row);
  const kept = listing.assisting.filter((organ) => !isSame || !before.assisting.includes(organ));
  const left = before?.assisting.filter((organ) => !listing.assisting.includes(organ)) ?? [];
  const place = { listedAt: listing.at, row: listing.row };
  const key = (organ: string) => ({ pk, sk: `ASSISTING#${organ}` });
  return [
    ...kept.map((organ) => ({ ...key(organ), ledBy: valueOf({ kind: 'assisting', organ }), ...place })),
    ...left.map(key),
  ];
}
