import { describe, expect, it } from 'vitest';
import { ratingsOf } from '../../domain/case/answer/satisfaction.ts';
import { createHandler } from '../../functions/rate-answer/handler.ts';
import { createHandler as showProgressPage } from '../../functions/show-progress-page/handler.ts';
import { type Request, send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { beijing } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const PAGE = { at: Date.parse(beijing('2026-12-20 20:00')) };

/** A complaint that was answered on the 10th of December, and the way to say what one thinks of it. */
async function answered(
  meanwhile: (world: ReturnType<typeof newWorld>, receipt: string) => Promise<unknown> = async () => {},
) {
  const world = newWorld();
  const mine = await world.complain('2026-12-01 10:00');
  const { receipt, queryCode } = mine;
  await world.order('2026-12-02 10:00', 'county', receipt, { type: 'accept' });
  await meanwhile(world, receipt);
  await world.close('2026-12-10 10:00', 'county', receipt, { answer: '经查属实，施工单位已停工整改。' });
  const deps = { ...pagesWorld(), complaints: world.vault, cases: world.cases, context: rules() };
  const handler = createHandler(deps);
  const say = async (body: unknown, { headers, ...request }: Partial<Request> = {}) => {
    const answer = await send(handler, {
      ...PAGE,
      path: { receipt },
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-query-code': queryCode, ...headers },
      ...request,
    });
    await world.relayNew();
    return answer;
  };
  const tick = async (fields: Record<string, string>) => {
    const answer = await send(handler, formOf({ receipt, queryCode, ...fields }, PAGE));
    await world.relayNew();
    return answer;
  };
  const page = async () => (await send(showProgressPage(deps), formOf({ receipt, queryCode }, PAGE))).text;
  const stateOf = async () => (await world.cases.load(receipt))!;
  return { world, mine, say, tick, page, stateOf };
}

describe('whoever got an answer', () => {
  it('says once what they think of it, on the page and without a script; the page shows it from then on', async () => {
    const { tick, page, stateOf } = await answered();
    expect(await page()).toContain('action="/ratings"');
    const { status, text } = await tick({ grade: 'basically', 'reason-slow': '1' });
    expect(status).toBe(200);
    expect(text).toContain('您的评价：基本满意');
    expect((await stateOf()).rating).toBe('basically');
    const after = await page();
    expect(after).toContain('您的评价：基本满意（办理太慢）');
    expect(after).not.toContain('action="/ratings"');
  });

  it('and is not satisfied: the county hears why, and the way to ask for reopening lies open', async () => {
    const { world, tick, stateOf } = await answered();
    const before = world.outbox.length;
    const { text } = await tick({ grade: 'dissatisfied', 'reason-unresolved': '1', 'reason-unclear': '1' });
    expect(text).toContain('我们按“申请重新办理”研究');
    expect(text).toContain('action="/supplements"');
    expect(world.outbox.slice(before).map(({ to }) => to)).toEqual(['handler@county.example']);
    expect(world.outbox.at(-1)?.text).toContain('原因：问题没有解决、答复没有说清楚');
    // It opens nothing by itself.
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
  });

  it('and is not satisfied says why, or is asked to', async () => {
    const { tick, say, stateOf } = await answered();
    expect(await tick({ grade: 'dissatisfied' })).toMatchObject({
      status: 422,
      text: expect.stringContaining('不满意的，请至少选择一项原因'),
    });
    expect(await say({ grade: 'dissatisfied' })).toMatchObject({ status: 400 });
    expect(await tick({})).toMatchObject({ status: 422, text: expect.stringContaining('请选择满意') });
    expect((await stateOf()).rating).toBeUndefined();
  });

  it('says it to a program likewise; the same again is answered by what stands, another grade is refused', async () => {
    const { mine, say } = await answered();
    const first = await say({ grade: 'satisfied' });
    expect([first.status, first.json]).toEqual([200, { receipt: mine.receipt, grade: 'satisfied' }]);
    expect((await say({ grade: 'satisfied' }, { at: Date.parse(beijing('2026-12-21 08:00')) })).json).toEqual(
      first.json,
    );
    const other = await say({ grade: 'dissatisfied', reasons: ['slow'] });
    expect([other.status, other.json.detail]).toEqual([422, '已经评价过，评价不能更改']);
  });

  it('of two at once one is counted', async () => {
    const { world, mine, say, stateOf } = await answered();
    const grades = ['satisfied', 'basically'] as const;
    const answers = await Promise.all(grades.map((grade) => say({ grade })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const rated = (await world.cases.events(mine.receipt)).filter(({ type }) => type === 'rated');
    expect(rated).toHaveLength(1);
    expect((await stateOf()).rating).toBeDefined();
  });

  it('may say it anew of the next answer, once the case was opened again', async () => {
    const { world, mine, say, stateOf } = await answered();
    await say({ grade: 'dissatisfied', reasons: ['unresolved'] });
    await world.order('2026-12-22 10:00', 'city', mine.receipt, { type: 'reopen', reason: '问题仍在' });
    expect(await stateOf()).toMatchObject({ status: 'accepted' });
    expect((await say({ grade: 'satisfied' })).json.detail).toBe('办结并答复后才能评价');
    await world.close('2027-01-05 10:00', 'county', mine.receipt, { answer: '经再次查处，夜间施工已经停止。' });
    expect((await say({ grade: 'satisfied' }, { at: Date.parse(beijing('2027-01-06 08:00')) })).status).toBe(200);
  });
});

describe('who may not', () => {
  it.each([
    ['a wrong code', { headers: { 'x-query-code': 'WRONGWRO' } }],
    ['an unknown receipt', { path: { receipt: 'QH-0000-0000-0000' } }],
  ])('is told the same for %s, and nothing is counted', async (_, request) => {
    const { say, stateOf } = await answered();
    const { status, json } = await say({ grade: 'satisfied' }, request);
    expect([status, json.type]).toEqual([404, 'urn:huiyin:problem:no-such-complaint']);
    expect((await stateOf()).rating).toBeUndefined();
  });

  it('who waits for an answer rates none', async () => {
    const { world, say } = await answered();
    const other = await world.complain('2026-12-02 10:00', { sourceId: 'form-2' });
    const { json } = await say(
      { grade: 'satisfied' },
      { path: { receipt: other.receipt }, headers: { 'x-query-code': other.queryCode } },
    );
    expect(json.detail).toBe('办结并答复后才能评价');
  });
});

it('whose complaint was joined rates the answer of the case that it was joined to, for themselves', async () => {
  let other = { receipt: '', queryCode: '' };
  const { world, mine, say, stateOf } = await answered(async (before, into) => {
    other = await before.complain('2026-12-03 10:00', { sourceId: 'form-2' });
    await before.order('2026-12-04 10:00', 'county', other.receipt, { type: 'join', into });
  });
  await say({ grade: 'satisfied' });
  const request = { path: { receipt: other.receipt }, headers: { 'x-query-code': other.queryCode } };
  expect((await say({ grade: 'dissatisfied', reasons: ['unfair'] }, request)).json).toMatchObject({
    receipt: other.receipt,
    grade: 'dissatisfied',
  });
  expect(ratingsOf(await stateOf())).toEqual([
    { receipt: mine.receipt, grade: 'satisfied' },
    { receipt: other.receipt, grade: 'dissatisfied' },
  ]);
  // Undone, it is as if they had never said so here.
  await world.order('2026-12-22 10:00', 'county', other.receipt, { type: 'unjoin', reason: '并非同一事项' });
  expect(ratingsOf(await stateOf())).toEqual([{ receipt: mine.receipt, grade: 'satisfied' }]);
});
