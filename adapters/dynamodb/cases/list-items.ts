import type { Case } from '../../../domain/case/case.ts';
import type { Listing } from '../../../domain/lists/listing.ts';
import type { KeptList } from '../../../domain/lists/scopes.ts';
import { LISTED } from './list-row.ts';

/** The index of each kind of list, and the attribute that is its key: lib/stores/case-table.ts makes them. */
export const LIST_INDEXES = {
  led: { index: 'led', key: 'led' },
  /** An organ assists in many cases, a case has many who assist: they are items of their own, told by their sort key. */
  assisting: { index: 'all', key: 'sk' },
  awaited: { index: 'awaited', key: 'awaited' },
  top: { index: 'top', key: 'top' },
  branch: { index: 'branch', key: 'branch' },
  /** Every case has the same sort key. */
  all: { index: 'all', key: 'sk' },
} as const satisfies Readonly<Record<KeptList['kind'], { readonly index: string; readonly key: string }>>;

export const partitionOf = ({ kind, organ }: KeptList): string => (kind === 'assisting' ? `ASSISTING#${organ}` : organ);

/** What a case's own item says of the lists that it is in. */
export function listAttributes(listing: Listing): Readonly<Record<string, unknown>> {
  const { at: listedAt, led, top, branch, awaited, row } = listing;
  return { listedAt, led, top, branch, awaited, extendedTo: row.extendedTo };
}

/** The attributes that are no part of the state of a case. */
export const LIST_ATTRIBUTES = ['listedAt', 'led', 'top', 'branch', 'awaited', 'extendedTo'] as const;

/**
 * The items by which a case is in the lists of those who assist: only those that change, where it is known what there
 * was. Who assists no more keeps an empty one, for nothing is deleted from this table.
 */
export function assistingItems(state: Case, listing: Listing, before?: Listing): Record<string, unknown>[] {
  const isSame = before && JSON.stringify([before.at, before.row]) === JSON.stringify([listing.at, listing.row]);
  const kept = listing.assisting.filter((organ) => !isSame || !before.assisting.includes(organ));
  const left = before?.assisting.filter((organ) => !listing.assisting.includes(organ)) ?? [];
  const key = (organ: string) => ({ pk: `CASE#${state.id}`, sk: partitionOf({ kind: 'assisting', organ }) });
  return [...kept.map((organ) => ({ ...key(organ), ...entryOf(state, listing) })), ...left.map(key)];
}

function entryOf(state: Case, { at, row }: Listing): Record<string, unknown> {
  const shown = Object.entries(state).filter(([name]) => LISTED.some((one) => one === name));
  const { lead, waitsFor, extendedTo } = row;
  return { ...Object.fromEntries(shown), listedAt: at, leadNow: lead, waitsFor, extendedTo };
}
