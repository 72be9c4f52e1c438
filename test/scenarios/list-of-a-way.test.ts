import { describe, expect, it } from 'vitest';
import { CLAIMS, LIST, office } from '../support/office.ts';

const BATCH = 'POST /v1/cases/batch';
const EXPORT = 'GET /v1/cases/export';
const ENFORCEMENT = { way: 'enforcement', tab: 'open' };
const SENT = {
  type: 'send-way',
  way: 'enforcement',
  to: '省执法局',
  number: '清单〔2026〕6号',
  answerBy: '2026-06-30',
};
const KEY = { 'idempotency-key': 'list-of-june' };

/** Three cases that the county has worked on for three months, and the one of yesterday. */
async function unsolved() {
  const here = await office();
  const old: string[] = [];
  for (const sourceId of ['old-1', 'old-2', 'old-3']) {
    const { receipt } = await here.world.complain('2026-03-01 10:00', { sourceId });
    await here.world.order('2026-03-02 10:00', 'county', receipt, { type: 'accept' });
    old.push(receipt);
  }
  const confirm = (headers = KEY) =>
    here.call(BATCH, { headers, body: { command: SENT, cases: old.map((id) => ({ id, expectedVersion: 2 })) } });
  const sent = () => Promise.all(old.map(async (id) => (await here.world.cases.load(id))!.waysSent));
  return { ...here, old, confirm, sent };
}

describe('the list of a way that a person confirms', () => {
  it('holds the cases that fit the way now, on the screen and as a file', async () => {
    const { call, old, receipt } = await unsolved();
    const { json } = await call(LIST, { query: ENFORCEMENT });
    expect(json.cases.map(({ id }: { id: string }) => id).toSorted()).toEqual(old.toSorted());
    const { text: rows } = await call(EXPORT, { query: ENFORCEMENT });
    for (const id of old) expect(rows).toContain(id);
    expect(rows).not.toContain(receipt);
  });

  it('is confirmed at once: each case has on record to whom it went, under what number, and waits for the answer', async () => {
    const { confirm, sent } = await unsolved();
    const { json } = await confirm();
    expect(json.results.map(({ result }: { result: string }) => result)).toEqual(['done', 'done', 'done']);
    for (const records of await sent())
      expect(records).toMatchObject([{ way: 'enforcement', to: '省执法局', number: '清单〔2026〕6号', item: 1 }]);
  });

  it('confirmed again is not sent twice, and what still waits for its answer is refused', async () => {
    const { world, old, call, confirm } = await unsolved();
    const first = await confirm();
    expect((await confirm()).json).toEqual(first.json);
    const cases = old.map((id) => ({ id, expectedVersion: 3 }));
    const answered = { type: 'answer-way', way: 'enforcement', to: '省执法局', words: '已现场核查。' } as const;
    await world.order('2026-06-01 11:00', 'county', old[0]!, answered);
    cases[0]!.expectedVersion = 4;
    const july = await call(BATCH, { headers: { 'idempotency-key': 'july' }, body: { command: SENT, cases } });
    expect(july.json.results.map(({ result }: { result: string }) => result)).toEqual(['done', 'refused', 'refused']);
  });

  it('is not confirmed by who may not decide', async () => {
    const { call, old } = await unsolved();
    const cases = old.map((id) => ({ id, expectedVersion: 2 }));
    const claims = { ...CLAIMS, role: 'handler' };
    const { json } = await call(BATCH, { claims, headers: KEY, body: { command: SENT, cases } });
    expect(json.results[0]).toMatchObject({ result: 'refused', detail: expect.stringContaining('审批') });
  });
});
