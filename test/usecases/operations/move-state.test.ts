import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import {
  exportTable,
  importTable,
  type MovedTable,
  type RawItem,
  stateOf,
} from '../../../usecases/operations/move-state.ts';

/** A table in memory; its items come in the order that `turned` gives them. */
function table(items: readonly RawItem[] = [], turned = false): MovedTable & { readonly held: Map<unknown, RawItem> } {
  const held = new Map(items.map((item) => [item.pk, item]));
  return {
    held,
    async *all() {
      yield* turned ? [...held.values()].toReversed() : held.values();
    },
    async put(item) {
      const there = held.get(item.pk);
      if (there) return JSON.stringify(there) === JSON.stringify(item) ? 'there' : 'conflict';
      held.set(item.pk, item);
      return 'put';
    },
  };
}

const items = Array.from({ length: 45 }, (_, n) => ({ pk: `CASE#${n}`, note: { S: `x${n}` } }));

describe('the state of a table', () => {
  it('is known by its hash, in whatever order it is read', async () => {
    expect(await stateOf(table(items, true), sha256)).toEqual(await stateOf(table(items), sha256));
  });

  it.each([
    ['an item less', items.slice(1)],
    ['an item more', [...items, { pk: 'CASE#45' }]],
    ['an item otherwise', [{ ...items[0]!, note: { S: 'y' } }, ...items.slice(1)]],
  ])('is another with %s', async (_, others) => {
    expect((await stateOf(table(others), sha256)).hash).not.toBe((await stateOf(table(items), sha256)).hash);
  });
});

describe('a table that is moved', () => {
  it('is in the same state afterwards, and an import that is run again puts nothing twice', async () => {
    const lines: string[] = [];
    const before = await exportTable(table(items), (line) => lines.push(line), sha256);
    const target = table();
    const read = () => lines.map((line) => JSON.parse(line) as RawItem);
    expect(await importTable(read().slice(0, 30), target)).toEqual({ put: 30, there: 0, conflicts: 0 });
    expect(await importTable(read(), target)).toEqual({ put: 15, there: 30, conflicts: 0 });
    expect(await stateOf(target, sha256)).toEqual(before);
  });

  it('writes over nothing that lies in its place', async () => {
    const other = { pk: 'CASE#3', note: { S: 'theirs' } };
    const target = table([other]);
    expect(await importTable(items, target)).toEqual({ put: 44, there: 0, conflicts: 1 });
    expect(target.held.get('CASE#3')).toBe(other);
  });
});
