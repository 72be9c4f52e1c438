import { canonical } from '../../domain/audit/canonical.ts';
import type { Sha256 } from '../../domain/audit/chain.ts';

/** An item as the table itself writes it, types included: nothing is lost, whatever release wrote it. */
export type RawItem = Readonly<Record<string, unknown>>;

export interface MovedTable {
  /** Every item, in no order. */
  all(): AsyncIterable<RawItem>;
  /** Puts an item that is not there, or there in the same words; `conflict` where another lies in its place. */
  put(item: RawItem): Promise<'put' | 'there' | 'conflict'>;
}

/** How much a table holds, and a hash by which equal contents are known: of whatever order. */
export interface TableState {
  readonly items: number;
  readonly hash: string;
}

const SPACE = 1n << 256n;

/** The sum of the hashes of all items: an item more, less or otherwise gives another. */
function stateTally(sha256: Sha256) {
  let [items, sum] = [0, 0n];
  return {
    add(item: RawItem): void {
      items += 1;
      sum = (sum + BigInt(`0x${sha256(canonical(item))}`)) % SPACE;
    },
    state: (): TableState => ({ items, hash: sum.toString(16).padStart(64, '0') }),
  };
}

/** Gives every item of a table to `write`, and says what state that was. */
export async function exportTable(
  table: Pick<MovedTable, 'all'>,
  write: (line: string) => void,
  sha256: Sha256,
): Promise<TableState> {
  const tally = stateTally(sha256);
  for await (const item of table.all()) {
    tally.add(item);
    write(canonical(item));
  }
  return tally.state();
}

export interface ImportedTable {
  readonly put: number;
  /** Those that were there already: of an import that was interrupted. */
  readonly there: number;
  /** Items in whose place another lies: nothing was written over. */
  readonly conflicts: number;
}

const AT_ONCE = 20;

/** Puts every item into a table, some at once. Run again, it goes on: what is there stays. */
export async function importTable(
  items: Iterable<RawItem> | AsyncIterable<RawItem>,
  table: Pick<MovedTable, 'put'>,
): Promise<ImportedTable> {
  const counts = { put: 0, there: 0, conflict: 0 };
  let under: Promise<void>[] = [];
  const bring = async (item: RawItem) => {
    counts[await table.put(item)] += 1;
  };
  for await (const item of items) {
    under.push(bring(item));
    if (under.length < AT_ONCE) continue;
    await Promise.all(under);
    under = [];
  }
  await Promise.all(under);
  return { put: counts.put, there: counts.there, conflicts: counts.conflict };
}

/** The state that a table is in now. */
export const stateOf = (table: Pick<MovedTable, 'all'>, sha256: Sha256): Promise<TableState> =>
  exportTable(table, () => {}, sha256);
