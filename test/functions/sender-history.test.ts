import { describe, expect, it } from 'vitest';
import { hmacSha256 } from '../../adapters/keyed-hash.ts';
import { memorySenderLinks } from '../../adapters/memory/sender-links.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Submission } from '../../domain/complaint.ts';
import { hashesOf } from '../../domain/history/senders.ts';
import { createHandler } from '../../functions/link-senders/handler.ts';
import { CASE, CLAIMS, office } from '../support/office.ts';
import { beijing } from '../support/rules.ts';

const KEY = 'a'.repeat(64);
const SAME = { name: '钱测试', phone: '139 1111-2222' };

/** An office whose case is of somebody with further cases: each with what else is said of it. */
async function withOthers(...others: readonly Partial<Submission>[]) {
  const history = memorySenderLinks();
  const here = await office({ contact: SAME }, undefined, { history });
  const link = async (receipt: string, eventName: 'INSERT' | 'REMOVE' = 'INSERT', keys = [KEY]) => {
    const deps = { links: history, complaints: here.world.vault, keys: async () => keys, hash: hmacSha256 };
    const handler = createHandler({ ...deps, setAside: async () => {}, now: () => new Date() });
    const dynamodb = { Keys: { receipt: { S: receipt } }, SequenceNumber: '1' };
    expect(await handler({ Records: [{ eventName, dynamodb }] })).toEqual({ batchItemFailures: [] });
  };
  await link(here.receipt);
  const receipts: string[] = [];
  for (const [n, other] of others.entries()) {
    const { receipt } = await here.world.complain('2026-05-01 10:00', {
      sourceId: `other-${n}`,
      contact: SAME,
      ...other,
    });
    await link(receipt);
    receipts.push(receipt);
  }
  const shown = async (claims: Record<string, unknown> = { ...CLAIMS, role: 'handler' }, id = here.receipt) => {
    const { json, text } = await here.call(CASE, { id, claims });
    return { history: json.senderHistory, text };
  };
  const change = async (receipt: string, changes: Partial<Case>) => {
    const state = (await here.world.cases.load(receipt))!;
    here.world.cases.put(receipt, { ...state, ...changes });
  };
  return { ...here, others: receipts, history, link, shown, change };
}

describe('whoever handles a case', () => {
  it('sees how often its sender has complained within the year and was not satisfied, and not who or what', async () => {
    const { shown, change, others } = await withOthers({}, {}, {});
    for (const receipt of others.slice(0, 2)) await change(receipt, { rating: 'dissatisfied' });
    const { history, text } = await shown();
    expect(history).toEqual({ cases: 4, dissatisfied: 2, text: '近一年4件，2件不满意' });
    for (const hidden of ['1391111', '钱测试', ...others]) expect(text).not.toContain(hidden);
  });

  it.each([
    ['written otherwise', { contact: { phone: '+86 13911112222' } }],
    ['written in full width', { contact: { phone: '１３９１１１１２２２２' } }],
  ])('knows the number again, %s', async (_, other) => {
    expect((await (await withOthers(other)).shown()).history).toMatchObject({ cases: 2 });
  });

  it.each([
    ['of another number', { contact: { phone: '13911112223' } }],
    ['of somebody anonymous', { anonymous: true }],
    ['of somebody who left nothing', { contact: {} }],
  ])('sees nothing of a case %s', async (_, other) => {
    expect((await (await withOthers(other)).shown()).history).toBeUndefined();
  });

  it('sees nothing of what is older than a year, nor of a case that accuses their organ', async () => {
    const { shown, history, change, others, link } = await withOthers({}, {});
    await history.link(others[0]!, beijing('2025-06-01 23:59'), history.all().get(others[0]!)!.hashes);
    expect((await shown()).history).toMatchObject({ cases: 2 });
    await link(others[0]!);
    await change(others[0]!, { accused: ['county'] });
    expect((await shown()).history).toMatchObject({ cases: 2 });
  });

  it('sees nothing any more of what was erased', async () => {
    const { shown, world, others, link, history } = await withOthers({});
    world.vault.erase(others[0]!);
    await link(others[0]!, 'REMOVE');
    expect((await shown()).history).toBeUndefined();
    await link(others[0]!);
    expect([...history.all().keys()]).not.toContain(others[0]);
  });

  it('still sees it while one key takes the place of another', async () => {
    const { shown, others, link } = await withOthers({});
    await link(others[0]!, 'INSERT', ['b'.repeat(64), KEY]);
    expect((await shown()).history).toMatchObject({ cases: 2 });
  });
});

describe('nobody else', () => {
  it.each([
    ['who only reviews', { ...CLAIMS, role: 'reviewer' }],
    ['an auditor', { ...CLAIMS, role: 'auditor' }],
    ['the organ above', { ...CLAIMS, organ: 'city' }],
    ['the top of the province', { ...CLAIMS, organ: 'province' }],
  ])('sees it: %s', async (_, claims) => {
    const { history, text } = await (await withOthers({})).shown(claims);
    expect(history).toBeUndefined();
    expect(text).toContain('"status"');
  });
});

describe('what is kept of a sender', () => {
  it('is a hash for each way they can be known by, from which nobody without the key finds them', async () => {
    const { history, receipt } = await withOthers({});
    const kept = JSON.stringify([...history.all()]);
    for (const personal of ['139', '钱测试', '@']) expect(kept).not.toContain(personal);
    expect(history.all().get(receipt)!.hashes).not.toEqual(hashesOf(SAME, ['c'.repeat(64)], hmacSha256));
    expect(
      hashesOf({ phone: '13911112222', email: 'Qian@Citizen.example', openid: 'o1' }, [KEY], hmacSha256),
    ).toHaveLength(3);
  });
});
