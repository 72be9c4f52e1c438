import { describe, expect, it } from 'vitest';
import { memoryBatches } from '../../../adapters/memory/batches.ts';
import { type Batch, commandBatch } from '../../../usecases/staff/command-batch.ts';
import { beijing, matters, staffOf } from '../../support/rules.ts';
import { newWorld, rules } from '../../support/world.ts';

const at = beijing('2026-06-02 10:00');
const officer = { sub: 'u-1', name: '李和光' };

async function desk(count: number) {
  const world = newWorld();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push((await world.complain('2026-06-01 10:00', { sourceId: `form-${n}` })).receipt);
  }
  const deps = { cases: world.cases, batches: memoryBatches(), context: rules(), mattersOn: () => matters };
  const batch = (changes: Partial<Batch> = {}): Batch => ({
    ...{ key: 'key-1', digest: 'd', command: { type: 'distribute', officer } },
    cases: ids.map((id) => ({ id, expectedVersion: 1 })),
    ...changes,
  });
  const versions = () => Promise.all(ids.map(async (id) => (await world.cases.load(id))!.version));
  return { world, ids, deps, batch, versions };
}

describe('one command for many cases', () => {
  it('says of each what became of it: done, refused and why, changed meanwhile, unknown', async () => {
    const { world, ids, deps, batch } = await desk(3);
    const [, declined, changed] = ids as [string, string, string];
    const decline = { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' } as const;
    await world.order('2026-06-01 11:00', 'county', declined, decline);
    await world.order('2026-06-01 11:00', 'county', changed, { type: 'accept' });
    const cases = [...ids, 'QH-NONE'].map((id) => ({ id, expectedVersion: id === declined ? 2 : 1 }));
    expect(await commandBatch(batch({ cases }), staffOf('county'), at, deps)).toEqual([
      { id: ids[0], result: 'done', version: 2 },
      { id: declined, result: 'refused', detail: expect.stringContaining('不允许此操作') },
      { id: changed, result: 'changed', version: 2 },
      { id: 'QH-NONE', result: 'unknown' },
    ]);
  });

  it('answers the same to the same batch again and does nothing twice, whatever happened since', async () => {
    const { world, ids, deps, batch, versions } = await desk(2);
    const first = await commandBatch(batch(), staffOf('county'), at, deps);
    await world.order('2026-06-03 10:00', 'county', ids[0]!, { type: 'accept' });
    expect(await commandBatch(batch(), staffOf('county'), at, deps)).toEqual(first);
    expect(await versions()).toEqual([3, 2]);
  });

  it('goes on where an attempt was cut short, and counts what that did as done', async () => {
    const { ids, deps, batch, versions } = await desk(3);
    const cut = { ...deps, batches: { find: async () => undefined, keep: () => Promise.reject(new Error('cut')) } };
    const some = batch({ cases: ids.slice(0, 2).map((id) => ({ id, expectedVersion: 1 })) });
    await expect(commandBatch(some, staffOf('county'), at, cut)).rejects.toThrow('cut');
    const results = await commandBatch(batch(), staffOf('county'), at, deps);
    expect(results).toEqual(ids.map((id) => ({ id, result: 'done', version: 2 })));
    expect(await versions()).toEqual([2, 2, 2]);
  });

  it('takes no earlier act of the same person for it that named somebody else', async () => {
    const { deps, batch } = await desk(1);
    await commandBatch(batch(), staffOf('county'), at, deps);
    const other = { type: 'distribute', officer: { sub: 'u-2', name: '王同事' } } as const;
    const again = batch({ key: 'key-2', digest: 'other', command: other });
    expect(await commandBatch(again, staffOf('county'), at, deps)).toMatchObject([{ result: 'changed' }]);
  });

  it('sent twice at once is done once, and both are answered alike', async () => {
    const { deps, batch, versions } = await desk(5);
    const both = await Promise.all([1, 2].map(() => commandBatch(batch(), staffOf('county'), at, deps)));
    expect(both[0]).toEqual(both[1]);
    expect(await versions()).toEqual([2, 2, 2, 2, 2]);
  });

  it('is refused under the key of another batch, which is one of somebody else’s under theirs', async () => {
    const { deps, batch } = await desk(1);
    await commandBatch(batch(), staffOf('county'), at, deps);
    expect(await commandBatch(batch({ digest: 'other' }), staffOf('county'), at, deps)).toBe('reused');
    expect(await commandBatch(batch({ digest: 'other' }), staffOf('neighbour'), at, deps)).toMatchObject([
      { result: 'refused' },
    ]);
  });
});
