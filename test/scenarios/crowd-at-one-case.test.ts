import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import type { FollowUp } from '../../domain/complaint.ts';
import { createHandler } from '../../functions/register-complaint/handler.ts';
import type { Commit } from '../../usecases/cases/command-case.ts';
import { batchOf, desk, inTime } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { analyse, complaintOf, repeats, rules } from '../support/world.ts';

const at = beijing('2026-06-01 10:00');
const sentAt = Date.parse(at);
/** What lib/registration.ts allows. */
const FUNCTIONS = 20;
const A_BATCH = 10;

/** A case store as slow as a table is: between reading a case and writing it, others come first. */
function busyStore() {
  const cases = memoryCaseStore();
  const conflicts = { count: 0 };
  const store = {
    ...cases,
    load: async (caseId: string) => {
      const found = await cases.load(caseId);
      await tick();
      return found;
    },
    commit: async (change: Commit) => {
      await tick();
      const outcome = await cases.commit(change);
      if (outcome === 'conflict') conflicts.count += 1;
      return outcome;
    },
  };
  return { cases, store, conflicts };
}

/** Those cases, each with as many people at it as named. */
async function town(crowds: Readonly<Record<string, number>>, as: FollowUp['as'] = 'urge') {
  const vault = memoryVault();
  const keep = (receipt: string, follows?: FollowUp) =>
    vault.putIfAbsent({
      ...complaintOf(),
      receipt,
      receivedAt: at,
      queryCode: 'ABCD1234',
      answerBy: at,
      fingerprint: 'f',
      follows,
    });
  const more = Object.entries(crowds).flatMap(([to, people]) =>
    Array.from({ length: people }, (_, n) => ({ receipt: `${to}-${n}`, follows: { to, as } as const })),
  );
  for (const receipt of Object.keys(crowds)) await keep(receipt);
  for (const { receipt, follows } of more) await keep(receipt, follows);
  const { letters, setAside } = desk();
  const { cases, store, conflicts } = busyStore();
  const handler = createHandler({
    complaints: vault,
    analyse,
    cases: store,
    context: rules(),
    repeats: repeats(),
    setAside,
    fetchLater: async () => {},
  });
  /**
   * Works the queue off, as many batches at once as there are functions. Gives what would have come back to the queue.
   */
  async function work(receipts: readonly string[], time = inTime): Promise<number> {
    const batches = Array.from({ length: Math.ceil(receipts.length / A_BATCH) }, (_, n) =>
      receipts.slice(n * A_BATCH, (n + 1) * A_BATCH),
    ).values();
    let back = 0;
    const functions = Array.from({ length: FUNCTIONS }, async () => {
      for (const batch of batches) {
        const bodies = batch.map((receipt) => ({ receipt }));
        back += (await handler(batchOf(bodies, { sentAt }), time)).batchItemFailures.length;
      }
    });
    await Promise.all(functions);
    return back;
  }
  await work(Object.keys(crowds));
  return { cases, letters, conflicts, work, more: more.map(({ receipt }) => receipt) };
}

const heardAt = async (cases: ReturnType<typeof memoryCaseStore>, caseId: string) =>
  (await cases.events(caseId)).filter(({ type }) => type === 'followed-up').length;

describe('people at one case at once', () => {
  it.each([
    [100, 'urge'],
    [300, 'supplement'],
    [100, 'send-back'],
  ] as const)(
    '%i of them (%s) are all heard, with no message sent back or set aside',
    async (people, as) => {
      const { cases, letters, conflicts, work, more } = await town({ 'QH-ONE': people }, as);
      expect(await work(more)).toBe(0);
      expect(letters).toEqual([]);
      expect(await heardAt(cases, 'QH-ONE')).toBe(people);
      expect(conflicts.count).toBeGreaterThan(0);
    },
    60_000,
  );

  it('hold up nobody at another case', async () => {
    const { cases, work, more } = await town({ 'QH-ONE': 150, 'QH-TWO': 50, 'QH-LONE': 1 });
    expect(await work(more)).toBe(0);
    expect(await heardAt(cases, 'QH-TWO')).toBe(50);
    expect(await heardAt(cases, 'QH-LONE')).toBe(1);
  }, 60_000);

  it('whose function has no time left come back to the queue, and are heard the next time', async () => {
    const { cases, work, more, letters } = await town({ 'QH-ONE': 200 });
    const back = await work(more, { getRemainingTimeInMillis: () => 0 });
    expect(back).toBeGreaterThan(0);
    expect(await work(more)).toBe(0);
    expect(letters).toEqual([]);
    expect(await heardAt(cases, 'QH-ONE')).toBe(200);
  }, 60_000);
});
