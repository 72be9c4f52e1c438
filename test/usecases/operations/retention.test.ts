import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { complaintsWithoutCase } from '../../../usecases/operations/replay.ts';
import {
  dueToErase,
  ErasedUnverified,
  eraseComplaint,
  followedBy,
  retained,
} from '../../../usecases/operations/retention.ts';
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
  prove: () => {},
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

describe('a photo sent with a supplement to a complaint', () => {
  async function thread() {
    const { world, receipt } = await ended();
    const supplement = {
      sourceId: 'form-2',
      text: '昨晚又施工了。',
      follows: { to: receipt, as: 'supplement' },
    } as const;
    const { receipt: second } = await world.complain('2026-06-04 10:00', supplement);
    const photo = { sourceId: 'form-3', text: '照片见附件。', follows: { to: second, as: 'supplement' } } as const;
    const { receipt: third } = await world.complain('2026-06-05 10:00', photo);
    return { world, first: receipt, second, third };
  }

  it('keeps both while it cannot be erased, and keeps nothing that it does not follow', async () => {
    const { world, first, second, third } = await thread();
    const due = await dueToErase(beijing('2090-01-01 10:00'), deps(world));
    expect(due.map(({ receipt }) => receipt)).toEqual([third, second, first]);
    expect(followedBy(third, due)).toEqual([second, first]);
    expect(followedBy(first, due)).toEqual([]);
  });

  it('that was left behind stays due, and is never taken for one that nobody answered', async () => {
    const { world, first, second, third } = await thread();
    world.vault.erase(second);
    world.vault.erase(first);
    expect(await standingsAt(world, '2090-01-01 10:00')).toEqual(['orphan']);
    const [due] = await dueToErase(beijing('2090-01-01 10:00'), deps(world));
    expect(due).toMatchObject({ receipt: third, caseId: undefined });
    const missing = complaintsWithoutCase(beijing('2090-01-01 10:00'), deps(world));
    expect(await Array.fromAsync(missing)).toEqual([]);
    await eraseComplaint(due!, erasing(world));
    expect(await world.vault.isKnown(third)).toBe(false);
  });

  it('that was left behind before its time stays where it is', async () => {
    const { world, first, second } = await thread();
    world.vault.erase(second);
    world.vault.erase(first);
    expect(await standingsAt(world, '2027-01-01 10:00')).toEqual(['none']);
  });
});

describe('an erasure', () => {
  it('takes the words out of the vault and leaves the record of the case as it was, provably', async () => {
    const { world, receipt } = await ended();
    const before = world.cases.storedEvents(receipt).at(-1)?.hash;
    const erased = await eraseComplaint({ receipt, caseId: receipt }, erasing(world));
    expect(erased).toEqual({ receipt, caseId: receipt, files: 2, head: before });
    expect(await world.vault.isKnown(receipt)).toBe(false);
    expect(await world.cases.load(receipt)).toMatchObject({ id: receipt, status: 'declined' });
  });

  it('of a complaint whose file is locked leaves its words too, so that the next run finds it', async () => {
    const { world, receipt } = await ended();
    const locked = () => {
      throw new Error('AccessDenied');
    };
    await expect(eraseComplaint({ receipt, caseId: receipt }, erasing(world, locked))).rejects.toThrow('AccessDenied');
    expect(await world.vault.isKnown(receipt)).toBe(true);
  });

  it('done twice changes nothing the second time', async () => {
    const { world, receipt } = await ended();
    const once = await eraseComplaint({ receipt, caseId: receipt }, erasing(world));
    expect(await eraseComplaint({ receipt, caseId: receipt }, erasing(world))).toEqual(once);
  });

  it('is proved before the words are gone, and says that they are where only the reading afterwards fails', async () => {
    const { world, receipt } = await ended();
    const head = world.cases.storedEvents(receipt).at(-1)?.hash;
    const proofs: unknown[] = [];
    const prove = (one: unknown) => void proofs.push([one, world.vault.all().length]);
    const storedEvents = async (caseId: string) => {
      if (proofs.length > 0) throw new Error('Throttled');
      return world.cases.storedEvents(caseId);
    };
    const erasure = eraseComplaint({ receipt, caseId: receipt }, { ...erasing(world), prove, storedEvents });
    await expect(erasure).rejects.toThrow(ErasedUnverified);
    expect(proofs).toEqual([[{ receipt, caseId: receipt, files: 2, head }, 1]]);
    expect(await world.vault.isKnown(receipt)).toBe(false);
  });

  it('that cannot read the record of the case erases nothing', async () => {
    const { world, receipt } = await ended();
    const storedEvents = () => Promise.reject(new Error('Throttled'));
    const erasure = eraseComplaint({ receipt, caseId: receipt }, { ...erasing(world), storedEvents });
    await expect(erasure).rejects.toThrow('Throttled');
    expect(await world.vault.isKnown(receipt)).toBe(true);
  });
});
