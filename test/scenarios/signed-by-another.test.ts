import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, COMMAND, office } from '../support/office.ts';
import { newWorld } from '../support/world.ts';

const ANSWER = '经查属实，工地夜间施工未取得证明，已责令停工并立案。';
const propose = { type: 'propose-closing', answer: ANSWER } as const;
const close = { type: 'close' } as const;

/** A complaint that the county has taken up; what its people do next. */
async function takenUp() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  const order = (at: string, who: string, command: Parameters<typeof world.order>[3]) =>
    world.order(at, who, receipt, command);
  await order('2026-06-02 10:00', 'county/handler', { type: 'accept' });
  const state = async () => (await world.cases.load(receipt))!;
  const events = async () => await world.cases.events(receipt);
  const letters = (from: string) => world.arrivals().filter((line) => line >= from);
  return { world, receipt, order, state, events, letters };
}

describe('an answer', () => {
  it('is proposed by the handler, signed by the reviewer, and told as it was proposed', async () => {
    const { order, state, events, letters, world } = await takenUp();
    await order('2026-06-08 09:00', 'county/handler', propose);
    expect(letters('2026-06-08')).toEqual(['2026-06-08 09:00 email leader@county.example 【签发】']);
    expect(await state()).toMatchObject({
      status: 'accepted',
      closing: { answer: ANSWER, by: { sub: 'county-handler' } },
    });
    expect((await order('2026-06-08 15:00', 'county/reviewer', close)).kind).toBe('done');
    expect((await events()).at(-1)).toMatchObject({ type: 'closed', answer: ANSWER, signedBy: '审核人' });
    expect(await state()).toMatchObject({ status: 'closed', answer: ANSWER });
    expect((await state()).closing).toBeUndefined();
    expect(world.outbox.at(-1)?.text).toContain(ANSWER);
  });

  it('is not signed by whoever proposed it, nor by a handler', async () => {
    const { order } = await takenUp();
    await order('2026-06-08 09:00', 'county/head', propose);
    const detail = '呈签的人不能自己签发，请由另一位有权限的人员签发';
    expect(await order('2026-06-08 09:05', 'county/head', close)).toMatchObject({ kind: 'refused', detail });
    expect(await order('2026-06-08 09:10', 'county/handler', close)).toMatchObject({ reason: 'not-your-role' });
    expect((await order('2026-06-08 09:15', 'city/head', close)).kind).toBe('done');
  });

  it('is not signed before it was proposed, and whoever asks as of old is told so', async () => {
    const { call, receipt, world } = await office();
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
    const body = { ...close, answer: ANSWER, expectedVersion: 2 };
    const { status, json } = await call(COMMAND, { id: receipt, body });
    expect([status, json.detail]).toEqual([422, '尚未呈签：请先由经办人“呈签答复”，再由另一人签发']);
  });

  it('is sent back with a reason, which its proposer reads, and signed in its second form', async () => {
    const { order, state, letters, world } = await takenUp();
    await order('2026-06-08 09:00', 'county/handler', propose);
    await order('2026-06-08 10:00', 'county/reviewer', { type: 'return-closing', reason: '没有写明罚款' });
    expect((await state()).closing).toBeUndefined();
    expect(letters('2026-06-08 10:00')).toEqual([
      '2026-06-08 10:00 email handler@county.example 【签发】',
      '2026-06-08 10:00 sms 13900000601 【签发】',
    ]);
    expect(world.outbox.findLast(({ transport }) => transport === 'email')?.text).toContain('没有写明罚款');
    expect(await order('2026-06-08 10:05', 'county/reviewer', close)).toMatchObject({ reason: 'not-allowed' });
    const second = `${ANSWER}罚款二万元。`;
    await order('2026-06-08 11:00', 'county/handler', { ...propose, answer: second });
    await order('2026-06-08 12:00', 'county/reviewer', close);
    expect((await state()).answer).toBe(second);
  });

  it('that was proposed is dropped once the case goes on by another act, and replaced by a later one', async () => {
    const { order, state } = await takenUp();
    await order('2026-06-08 09:00', 'county/handler', propose);
    await order('2026-06-08 09:30', 'county/handler', { ...propose, answer: `${ANSWER}另见附件。` });
    expect((await state()).closing?.answer).toContain('另见附件');
    await order('2026-06-08 10:00', 'county/handler', { type: 'note', words: '已电话联系' });
    expect((await state()).closing).toBeDefined();
    await order('2026-06-08 11:00', 'county/handler', { type: 'report', findings: '属实' });
    expect((await state()).closing).toBeUndefined();
    expect(await order('2026-06-08 12:00', 'city/head', close)).toMatchObject({ reason: 'not-allowed' });
  });
});

describe('while an answer waits for its signature', () => {
  it('the reminder goes to whoever signs, and says what it waits for', async () => {
    const { order, letters, world } = await takenUp();
    await order('2026-07-20 09:00', 'county/handler', propose);
    await world.sweepUntil('2026-07-30 00:00');
    const reminders = letters('2026-07-21').filter((line) => line.includes('提醒'));
    expect(reminders.length).toBeGreaterThan(0);
    for (const line of reminders) expect(line).toContain('leader@county.example');
    expect(world.outbox.at(-1)?.text).toContain('答复已呈签，待签发');
  });

  it('is what the level above is asked for, where it proposed the answer to what was reported', async () => {
    const { order, world, receipt } = await takenUp();
    await order('2026-06-08 09:00', 'county/handler', { type: 'report', findings: '属实' });
    await order('2026-06-09 09:00', 'city/petition', propose);
    expect(world.outbox.at(-1)).toMatchObject({ to: 'leader@city.example' });
    expect((await world.cases.load(receipt))?.closing?.by?.organ).toBe('city');
    expect(await order('2026-06-09 10:00', 'county/head', close)).toMatchObject({ reason: 'not-yours' });
    expect((await order('2026-06-09 10:00', 'city/reviewer', close)).kind).toBe('done');
  });

  it('its signer reads it in the case, and nobody who complained does', async () => {
    const { call, receipt, world } = await office();
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-06-01 12:00', 'county/handler', receipt, propose);
    const { json } = await call(CASE, { claims: { ...CLAIMS, role: 'reviewer' }, id: receipt });
    expect(json.closing).toMatchObject({ answer: ANSWER, by: { name: '经办人' } });
    expect(json.acts).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'close' })]));
    expect(JSON.stringify(world.outbox.filter(({ subject }) => subject.includes('告知')))).not.toContain(ANSWER);
  });
});
