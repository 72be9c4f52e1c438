import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { createHandler } from '../../functions/register-complaint/handler.ts';
import { batchOf, desk, inTime } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { analyse, complaintOf, repeats, rules } from '../support/world.ts';

const sentAt = Date.parse(beijing('2026-06-01 10:01'));

async function office(...receipts: string[]) {
  const vault = memoryVault();
  const receivedAt = beijing('2026-06-01 10:00');
  for (const receipt of receipts) {
    const kept = { queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
    await vault.putIfAbsent({ ...complaintOf(), ...kept, receipt, receivedAt });
  }
  const cases = memoryCaseStore();
  const { letters, setAside } = desk();
  return {
    cases,
    letters,
    deps: {
      complaints: vault,
      analyse,
      cases,
      context: rules(),
      repeats: repeats(),
      fetchLater: async () => {},
      setAside,
    },
  };
}

describe('the register queue', () => {
  it('opens a case for every complaint, dated when its message was sent', async () => {
    const { cases, deps } = await office('QH-1', 'QH-2');
    const answer = await createHandler(deps)(batchOf([{ receipt: 'QH-1' }, { receipt: 'QH-2' }], { sentAt }), inTime);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(cases.all().map(({ id }) => id)).toEqual(['QH-1', 'QH-2']);
    expect(await cases.events('QH-1')).toMatchObject([{ at: beijing('2026-06-01 10:01'), actor: { kind: 'system' } }]);
  });

  it('that brings a message twice, in one batch or in two, opens one case', async () => {
    const { cases, deps } = await office('QH-1');
    const handler = createHandler(deps);
    const twice = batchOf([{ receipt: 'QH-1' }, { receipt: 'QH-1' }], { sentAt });
    expect([await handler(twice, inTime), await handler(twice, inTime)]).toEqual([
      { batchItemFailures: [] },
      { batchItemFailures: [] },
    ]);
    expect(await cases.events('QH-1')).toHaveLength(1);
  });

  it('has bad messages set aside with their reasons, and the good one beside them done', async () => {
    const { cases, letters, deps } = await office('QH-1');
    const bodies = ['{', { receipt: 7 }, {}, { receipt: 'QH-NONE' }, { receipt: 'QH-1' }];
    expect(await createHandler(deps)(batchOf(bodies, { sentAt }), inTime)).toEqual({ batchItemFailures: [] });
    expect(letters.map(({ reason }) => reason).toSorted()).toEqual([
      ...['SyntaxError', 'ZodError /receipt', 'ZodError /receipt', 'no such complaint'],
    ]);
    expect(cases.all().map(({ id }) => id)).toEqual(['QH-1']);
  });

  it('gets only that message back whose case could not be written', async () => {
    const { cases, letters, deps } = await office('QH-1', 'QH-2');
    const commit: typeof cases.commit = (change) =>
      change.state.id === 'QH-1' ? Promise.reject(new Error('throttled')) : cases.commit(change);
    const handler = createHandler({ ...deps, cases: { ...cases, commit } });
    const batch = batchOf([{ receipt: 'QH-1' }, { receipt: 'QH-2' }], { sentAt });
    expect(await handler(batch, inTime)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(letters).toEqual([]);
    expect(await createHandler(deps)(batch, inTime)).toEqual({ batchItemFailures: [] });
    expect(cases.all()).toHaveLength(2);
  });

  it('completes the work of a function that was killed before or after its write', async () => {
    const { cases, deps } = await office('QH-1');
    const batch = batchOf([{ receipt: 'QH-1' }], { sentAt });
    const killedAfter: typeof cases.commit = async (change) => {
      await cases.commit(change);
      throw new Error('killed');
    };
    await createHandler({ ...deps, complaints: { readComplaint: () => Promise.reject(new Error('killed')) } })(
      batch,
      inTime,
    );
    await createHandler({ ...deps, cases: { ...cases, commit: killedAfter } })(batch, inTime);
    expect(await createHandler(deps)(batch, inTime)).toEqual({ batchItemFailures: [] });
    expect(await cases.events('QH-1')).toHaveLength(1);
  });
});
