import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/digest.ts';
import { lastHashOf } from '../../domain/audit/chain.ts';
import { entryLine, headsIn, type Ledger } from '../../domain/audit/ledger.ts';
import { verifyChain } from '../../domain/audit/verify-chain.ts';
import { sealDays } from '../../usecases/audit/seal-days.ts';
import { commandCase } from '../../usecases/cases/command-case.ts';
import { beijing, contextAt, staffOf } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

describe('the record of a case', () => {
  const handled = async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    await world.sweepUntil('2026-08-01 09:00');
    return { ...world, receipt };
  };
  const headOf = async ({ cases, receipt }: Awaited<ReturnType<typeof handled>>) => (await cases.load(receipt))!.head!;
  const verified = async (world: Awaited<ReturnType<typeof handled>>) =>
    verifyChain(world.receipt, world.cases.storedEvents(world.receipt), [await headOf(world)], sha256);

  it('is one chain from the registration on, whoever acts: a person, a clock', async () => {
    const world = await handled();
    const events = world.cases.storedEvents(world.receipt);
    expect(events.length).toBeGreaterThan(2);
    expect(await verified(world)).toMatchObject({ hashes: events.map(({ hash }) => hash) });
    expect(await headOf(world)).toEqual({ seq: events.length, hash: events.at(-1)!.hash });
  });

  it('holds after everything about the complainant was erased', async () => {
    const world = await handled();
    const before = world.cases.storedEvents(world.receipt);
    world.vault.erase(world.receipt);
    expect(await world.vault.readComplaint(world.receipt)).toBeUndefined();
    expect(await verified(world)).toMatchObject({ hashes: before.map(({ hash }) => hash) });
    await world.order('2026-08-02 10:00', 'county', world.receipt, { type: 'report', findings: '已整改。' });
    expect(await verified(world)).not.toHaveProperty('fault');
  });

  it('goes on over what a release without hashes wrote, before it and in its midst', async () => {
    const world = await handled();
    const bare = world.cases.storedEvents(world.receipt).map(({ prev, hash, ...event }) => event);
    const { head, ...state } = (await world.cases.load(world.receipt))!;
    const older = newWorld();
    older.cases.put(world.receipt, { ...state, head: { seq: 1, hash: 'of the first event only' } });
    for (const event of bare) older.cases.putEvent(world.receipt, event);
    await older.order('2026-08-02 10:00', 'county', world.receipt, { type: 'report', findings: '已整改。' });
    const events = older.cases.storedEvents(world.receipt);
    expect(events[bare.length]!.prev).toBe(lastHashOf(bare, sha256));
    expect(verifyChain(world.receipt, events, [], sha256)).not.toHaveProperty('fault');
  });
});

describe('what the stream brings late', () => {
  it('stands in a later ledger, once; the record goes on from what each ledger knows', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    const ledgers: Ledger[] = [];
    const seal = (day: string) =>
      sealDays(day, ledgers.slice(), {
        entries: world.entries,
        keep: async (one) => ledgers[ledgers.push(one) - 1]!,
        sha256,
      });
    const morning = contextAt(beijing('2026-06-01 11:00'), staffOf('county'));
    await commandCase(receipt, { type: 'accept' }, morning, world.cases);
    await seal('2026-06-01');
    await world.relayNew();
    await seal('2026-06-02');
    await world.relayAgain(receipt);
    await seal('2026-06-03');
    const counted = entryLine({ receipt }, sha256);
    expect(ledgers.map(({ entries }) => entries.includes(counted))).toEqual([true, false, false]);
    expect(ledgers.map((ledger) => headsIn(ledger).map(({ seq }) => seq))).toEqual([[1], [2], []]);
    const chain = verifyChain(receipt, world.cases.storedEvents(receipt), ledgers.flatMap(headsIn), sha256);
    expect(chain).not.toHaveProperty('fault');
  });
});
