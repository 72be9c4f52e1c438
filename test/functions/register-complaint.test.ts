import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import type { Submission } from '../../domain/complaint.ts';
import { createHandler } from '../../functions/register-complaint/handler.ts';
import { batchOf, desk, inTime } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { analyse, complaintOf, repeats, rules } from '../support/world.ts';

const sentAt = Date.parse(beijing('2026-06-01 10:01'));

async function office(...receipts: string[]) {
  const vault = memoryVault();
  const receivedAt = beijing('2026-06-01 10:00');
  const accept = async (receipt: string, changes: Partial<Submission> = {}) => {
    const kept = { queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
    await vault.putIfAbsent({ ...complaintOf(changes), ...kept, receipt, receivedAt });
  };
  for (const receipt of receipts) await accept(receipt);
  const cases = memoryCaseStore();
  const { letters, setAside } = desk();
  return {
    accept,
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

  it.each([
    ['comes meanwhile goes to the case of that', 'normal', 'in time', [['QH-1', 1]]],
    ['never comes is a case of its own after two waits', 'normal', 'never', [['QH-2', 0]]],
    [
      'comes later is a case at once in an emergency',
      'emergency',
      'in time',
      [
        ['QH-2', 0],
        ['QH-1', 0],
      ],
    ],
  ] as const)('what adds to a matter that %s', async (_, urgency, matter, expected) => {
    const { cases, letters, deps, accept } = await office();
    const { classification, ...analysis } = analyse();
    const judge = () => ({ ...analysis, classification: { ...classification, urgency } });
    const handler = createHandler({ ...deps, analyse: judge });
    const early = (receives: number) => handler(batchOf([{ receipt: 'QH-2' }], { sentAt, receives }), inTime);
    await accept('QH-2', { follows: { to: 'QH-1', as: 'supplement' } });
    expect((await early(1)).batchItemFailures).toHaveLength(urgency === 'emergency' ? 0 : 1);
    if (matter === 'in time') {
      await accept('QH-1');
      await handler(batchOf([{ receipt: 'QH-1' }], { sentAt }), inTime);
    }
    await early(2);
    expect((await early(3)).batchItemFailures).toEqual([]);
    expect(letters).toEqual([]);
    expect(cases.all().map(({ id, followUps = [] }) => [id, followUps.length])).toEqual(expected);
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
