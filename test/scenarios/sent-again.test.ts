import { describe, expect, it } from 'vitest';
import { newWorld } from '../support/world.ts';

const mail = { channel: 'email', sourceId: '<20260601.7@citizen.example>', acknowledge: true } as const;

describe('a mail that is resent after three days', () => {
  it('opens no second case, gets the same receipt, and causes no second letter', async () => {
    const world = newWorld();
    // Given a mail that became a case.
    const first = await world.complain('2026-06-01 10:00', mail);
    await world.sweepUntil('2026-06-04 09:00');
    const letters = world.arrivals();
    // When its sender's server sends it again.
    const again = await world.complain('2026-06-04 10:00', mail);
    // Then nothing is new.
    expect(again).toEqual(first);
    expect(world.cases.all()).toHaveLength(1);
    expect(world.arrivals()).toEqual(letters);
  });

  it('does so even when the case has long been closed', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00', mail);
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    await world.close('2026-06-03 09:00', 'county', receipt, { answer: '经查属实，企业已按要求完成整改。' });
    await world.complain('2026-08-01 10:00', mail);
    expect(world.cases.all().map(({ status }) => status)).toEqual(['closed']);
  });
});

describe('twenty copies of one complaint at the same moment', () => {
  it('are one case with one set of letters', async () => {
    const world = newWorld();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => world.complain('2026-06-01 10:00', mail)));
    expect(new Set(receipts.map(({ receipt, queryCode }) => receipt + queryCode)).size).toBe(1);
    expect(world.cases.all()).toHaveLength(1);
    expect(world.arrivals()).toEqual([
      '2026-06-01 10:00 email handler@county.example 【交办】',
      '2026-06-01 10:00 email qian@citizen.example 1236',
    ]);
  });
});

describe('a stream that brings every event again', () => {
  it('causes no letter twice', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00', mail);
    await world.sweepUntil('2026-06-18 12:00');
    const letters = world.arrivals();
    await world.relayAgain(receipt);
    await world.relayAgain(receipt);
    expect(world.arrivals()).toEqual(letters);
  });
});
