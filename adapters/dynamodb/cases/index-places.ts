import { isDeepStrictEqual } from 'node:util';
import { LIST_ATTRIBUTES } from './list-items.ts';

type Item = Readonly<Record<string, unknown>>;

/** Where a case's own item is found; `worklistAt` is what the releases before 2026-12 wrote, and none does now. */
const PLACES: readonly string[] = ['duePk', 'dueAt', 'worklistAt', ...LIST_ATTRIBUTES];

/**
 * Whether a case is found where these items would have it found: of its own item only that counts, of its entries in the
 * lists of those who assist everything.
 */
export function hasIndexPlaces(found: readonly Item[], wanted: readonly Item[]): boolean {
  return wanted.every((item) => {
    const stored = found.find(({ sk }) => sk === item.sk);
    return stored !== undefined && isDeepStrictEqual(placesOf(stored), placesOf(item));
  });
}

function placesOf(item: Item): Item {
  const said = Object.entries(item).filter(([name]) => item.sk !== 'CASE' || PLACES.includes(name));
  // What has no value is not stored.
  return JSON.parse(JSON.stringify(Object.fromEntries(said.toSorted(([one], [other]) => one.localeCompare(other)))));
}
