import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { dueToErase, eraseComplaint, retained } from '../../../usecases/operations/retention.ts';
import { beijing } from '../../support/rules.ts';
import { newWorld } from '../../support/world.ts';

type World = ReturnType<typeof newWorld>;

const DECLINE = { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' } as const;

const deps = ({ vault, cases }: World) => ({
  complaints: vault,
  cases,
  years: 30,
  all: async function* () {
    for (const { receipt } of vault.all()) yield (await vault.readWay(receipt))!;
  },
});

const standingsAt = async (world: World, at: string) =>
  (await Array.fromAsync(retained(beijing(at), deps(world)))).map(({ standing }) => standing);

async function ended(changes = {}) {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00', changes);
  await world.order('2026-06-03 10:00', 'county', receipt, DECLINE);
  return { world, receipt };
}

/** Removes from the memory of a world what an administrator would; every file is one of the complaint. */
const erasing = ({ vault, cases }: World, onFiles = () => {}) => ({
  removeFiles: async () => {
    onFiles();
    return 2;
  },
  removeComplaint: async (receipt: string) => vault.erase(receipt),
  storedEvents: async (caseId: string) => cases.storedEvents(caseId),
  sha256,
});

describe('a complaint', () => {
  it.each([
    ['2056-06-03 23:00', 'kept'],
    ['2056-06-04 00:00', 'due'],
  ])('whose case ended on 2026-06-03 and which is kept for 30 years is, at %s, %s', async (at, standing) => {
    const { world } = await ended();
    expect(await standingsAt(world, at)).toEqual([standing]);
  });

  it('whose case has not ended is never due', async () => {
    const world = newWorld();
    await world.complain('2026-06-01 10:00');
    expect(await standingsAt(world, '2090-01-01 10:00')).toEqual(['open']);
  });

  it('that no case has is never due, for nobody has answered it', async () => {
    const world = newWorld();
    await world.acceptOnly('2026-06-01 10:00');
    expect(await standingsAt(world, '2090-01-01 10:00')).toEqual(['none']);
  });

  it('whose case was joined to another is kept as long as that one is', async () => {
    const world = newWorld();
    const { receipt: into } = await world.complain('2026-06-01 10:00');
    const { receipt } = await world.complain('2026-06-02 10:00', { sourceId: 'form-2' });
    await world.order('2026-06-03 10:00', 'county', receipt, { type: 'join', into });
    expect(await standingsAt(world, '2090-01-01 10:00')).toEqual(['open', 'open']);
    await world.order('2026-06-04 10:00', 'county', into, DECLINE);
    expect(await standingsAt(world, '2090-01-01 10:00')).toEqual(['due', 'due']);
  });

  it('that follows another is erased before that, so that an interrupted run finds both', async () => {
    const { world, receipt } = await ended();
    const follows = { to: receipt, as: 'supplement' } as const;
    const second = { sourceId: 'form-2', text: '昨晚又施工了。', follows };
    const later = await world.complain('2026-06-04 10:00', second);
    const due = await dueToErase(beijing('2090-01-01 10:00'), deps(world));
    expect(due.map((one) => one.receipt)).toEqual([later.receipt, receipt]);
  });
});

describe('an erasure', () => {
  it('takes the words out of the vault and leaves the record of the case as it was, provably', async () => {
    const { world, receipt } = await ended();
    const before = world.cases.storedEvents(receipt).at(-1)?.hash;
    const erased = await eraseComplaint(receipt, receipt, erasing(world));
    expect(erased).toEqual({ receipt, caseId: receipt, files: 2, head: before });
    expect(await world.vault.isKnown(receipt)).toBe(false);
    expect(await world.cases.load(receipt)).toMatchObject({ id: receipt, status: 'declined' });
  });

  it('of a complaint whose file is locked leaves its words too, so that the next run finds it', async () => {
    const { world, receipt } = await ended();
    const locked = () => {
      throw new Error('AccessDenied');
    };
    await expect(eraseComplaint(receipt, receipt, erasing(world, locked))).rejects.toThrow('AccessDenied');
    expect(await world.vault.isKnown(receipt)).toBe(true);
  });

  it('done twice changes nothing the second time', async () => {
    const { world, receipt } = await ended();
    const once = await eraseComplaint(receipt, receipt, erasing(world));
    expect(await eraseComplaint(receipt, receipt, erasing(world))).toEqual(once);
  });
});
