import { describe, expect, it } from 'vitest';
import {
  complaintsWithoutCase,
  type ReplayDeps,
  replayComplaint,
  replayMail,
} from '../../../usecases/operations/replay.ts';
import { newWorld } from '../../support/world.ts';

/** The register queue works its message off as soon as it comes. */
const deps = (world: ReturnType<typeof newWorld>, at = '2026-10-20 09:00'): ReplayDeps => ({
  complaints: world.vault,
  cases: world.cases,
  async send(_, body) {
    await world.register(JSON.parse(body).receipt, at);
    return '1';
  },
  pause: async () => true,
});

describe('a complaint that is registered once more', () => {
  it('gets its case where it had none', async () => {
    const world = newWorld();
    const { receipt } = await world.acceptOnly('2026-10-12 09:00');
    expect(await replayComplaint(receipt, deps(world))).toEqual({
      before: undefined,
      after: { id: receipt, version: 1 },
    });
  });

  it('gets no second case, and no second event, where it had one', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    const seen = { id: receipt, version: 1 };
    expect(await replayComplaint(receipt, deps(world))).toEqual({ before: seen, after: seen });
    expect([world.cases.all().length, world.outbox.length]).toEqual([1, world.outbox.length]);
  });

  it('goes to the case of what it follows', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    const follows = { to: receipt, as: 'supplement' } as const;
    const { receipt: later } = await world.acceptOnly('2026-10-14 09:00', {
      sourceId: 'form-2',
      text: '昨晚又施工了。',
      follows,
    });
    const replayed = await replayComplaint(later, deps(world));
    expect(replayed).toMatchObject({ before: undefined, after: { id: receipt } });
  });

  it('gets no case of its own where an erasure took away what it follows, and with it the way to their case', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    const followUp = async (to: string, sourceId: string, at: string) => {
      const follows = { to, as: 'supplement' } as const;
      return (await world.complain(at, { sourceId, text: `昨晚又施工了。${sourceId}`, follows })).receipt;
    };
    const second = await followUp(receipt, 'form-2', '2026-10-14 09:00');
    const third = await followUp(second, 'form-3', '2026-10-16 09:00');
    world.vault.erase(second);
    expect(await replayComplaint(third, deps(world))).toBe('left-behind');
    expect(world.cases.all().map(({ id }) => id)).toEqual([receipt]);
  });

  it('is told to be missing where the vault has it no more', async () => {
    expect(await replayComplaint('QH-0000-0000-0000', deps(newWorld()))).toBeUndefined();
  });

  it('is waited for no longer than there is patience', async () => {
    const world = newWorld();
    const { receipt } = await world.acceptOnly('2026-10-12 09:00');
    let looks = 0;
    const pause = async () => {
      looks += 1;
      return looks < 3;
    };
    const stuck = { ...deps(world), send: async () => '1', pause };
    expect(await replayComplaint(receipt, stuck)).toEqual({ before: undefined, after: undefined });
    expect(looks).toBe(3);
  });
});

it('a raw mail that is read once more says when it came, and its key as S3 writes it', async () => {
  const sent: string[] = [];
  const send = async (queue: string, body: string) => `${sent.push(`${queue} ${body}`)}`;
  await replayMail('mail/a b', '2026-10-12T01:00:00.000Z', { send });
  expect(sent[0]).toMatch(/^mail /);
  expect(JSON.parse(sent[0]!.slice(5)).Records[0]).toMatchObject({
    eventTime: '2026-10-12T01:00:00.000Z',
    s3: { object: { key: 'mail/a%20b' } },
  });
});

it('complaints that no case has are found, those on their way and those taken in elsewhere are not', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-10-12 09:00');
  const follows = { to: receipt, as: 'supplement' } as const;
  await world.complain('2026-10-12 10:00', { sourceId: 'form-2', text: '昨晚又施工了。', follows });
  const { receipt: lost } = await world.acceptOnly('2026-10-12 11:00', { sourceId: 'form-3' });
  await world.acceptOnly('2026-10-20 11:00', { sourceId: 'form-4' });
  async function* all() {
    yield* world.vault.all();
  }
  const missing = complaintsWithoutCase('2026-10-20T00:00:00.000Z', { ...deps(world), all });
  expect(await Array.fromAsync(missing)).toEqual([lost]);
});
