import { beforeAll, describe, expect, it } from 'vitest';
import { asking } from '../bench/lives.ts';
import { complain, receiptOf } from './support/citizens.ts';
import { afterAllIsDone, call, demoProvince } from './support/running.ts';
import { command, look } from './support/staff.ts';

const stack = demoProvince('2026-09-10T02:00:00.000Z');

/** Falls to the county of Linhe, whose officer, those of its city and of the province have tokens here. */
const MATTER = {
  text: '化工厂夜间排放刺鼻废气。',
  address: '禾阳市临禾区工业园',
  contact: { name: '欧阳测试', phone: '13911112222' },
};

let caseId = '';
beforeAll(async () => {
  caseId = await receiptOf(stack(), MATTER);
  await stack().drain();
});

describe('staff', () => {
  it('are let in with a token only, and only to what is theirs', async () => {
    expect((await call(stack(), 'GET', '/v1/cases')).status).toBe(401);
    expect((await look(stack(), 'county', `/${caseId}`)).json).toMatchObject({ id: caseId, lead: 'linhe-ecology' });
    expect((await look(stack(), 'city', `/${caseId}`)).status).toBe(200);
    expect(await look(stack(), 'urban', `/${caseId}`)).toMatchObject({
      status: 403,
      json: { title: '不是本单位负责的事项' },
    });
    expect((await look(stack(), 'urban', '?organ=linhe-ecology')).status).toBe(403);
    expect((await look(stack(), 'county', '/QH-0000-0000-0000')).status).toBe(404);
  });

  it('see what was written, and never by whom', async () => {
    const view = await look(stack(), 'county', `/${caseId}`);
    expect(view.json.complaint.text).toBe(MATTER.text);
    expect(view.text).not.toMatch(/欧阳|13911112222/);
    expect((await look(stack(), 'county', `/${caseId}/events`)).text).not.toMatch(/欧阳|13911112222|夜间排放|工业园/);
  });

  it('find the case in their worklist, by organ, status and deadline', async () => {
    const ids = async (query: string) =>
      (await look(stack(), 'county', query)).json.cases.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual([caseId]);
    expect(await ids('?status=registered&due=2026-09-26T00:00:00Z')).toEqual([caseId]);
    expect(await ids('?status=closed')).toEqual([]);
    // The right to object lapses before, which is nobody's deadline.
    expect(await ids('?due=2026-09-20T00:00:00Z')).toEqual([]);
    expect((await look(stack(), 'county', '?status=nonsense')).status).toBe(400);
  });

  it('are told when a case is not theirs, has moved on, or does not allow what they ask', async () => {
    const accept = { type: 'accept', expectedVersion: 1 };
    expect((await command(stack(), 'urban', caseId, accept)).status).toBe(403);
    expect((await command(stack(), 'county', caseId, accept)).json).toEqual({ version: 2, status: 'accepted' });
    const stale = await command(stack(), 'county', caseId, { type: 'report', findings: '已查处', expectedVersion: 1 });
    expect(stale).toMatchObject({ status: 409, type: expect.stringMatching(/^application\/problem\+json/) });
    const again = await command(stack(), 'county', caseId, { ...accept, expectedVersion: 2 });
    expect(again).toMatchObject({ status: 422, json: { detail: '事项现为“已受理”，不允许此操作' } });
    expect((await command(stack(), 'county', caseId, { type: 'propose-closing', expectedVersion: 2 })).status).toBe(
      400,
    );
    expect((await command(stack(), 'county', 'QH-0000-0000-0000', accept)).status).toBe(404);
  });

  it('who decide at the same moment on the same version: one is heard, the others are told it is stale', async () => {
    const report = (findings: string) =>
      command(stack(), 'county', caseId, { type: 'report', findings, expectedVersion: 2 });
    const answers = await Promise.all(['甲', '乙', '丙', '丁', '戊', '己'].map(report));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('lead a case to its answer, which the complainant reads with the query code', async () => {
    const { json } = await complain(stack(), { text: MATTER.text, address: MATTER.address });
    await stack().drain();
    const steps = [
      ['county', { type: 'accept' }, 'accepted'],
      ['county', { type: 'report', findings: '现场检查发现收集罩损坏。' }, 'reported'],
      ['city', { type: 'return', missing: '监测报告' }, 'returned'],
      ['county', { type: 'report', findings: '补充监测报告。' }, 'reported'],
      ['city', { type: 'propose-closing', answer: '企业已更换收集罩，复测达标。' }, 'reported'],
      ['city-reviewer', { type: 'close' }, 'closed'],
    ] as const;
    for (const [index, [role, body, status]] of steps.entries()) {
      const answer = await command(stack(), role, json.receipt, { ...body, expectedVersion: index + 1 });
      expect(answer.json).toEqual({ version: index + 2, status });
    }
    const progress = await call(stack(), 'GET', `/v1/complaints/${json.receipt}`, {
      headers: { 'x-query-code': json.queryCode },
    });
    expect(progress.json).toMatchObject({
      status: 'closed',
      statusText: '已办结',
      answer: '企业已更换收集罩，复测达标。',
    });
    expect(progress.text).not.toMatch(/收集罩损坏|监测报告/);
    const { outbox } = await afterAllIsDone(stack());
    // Nobody left an address, so nobody was written to but the bureaus.
    expect(outbox.filter((one) => one.caseId === json.receipt && !/qinghe\.example$|^139/.test(one.to))).toEqual([]);
  });

  it('go the whole way by which npm run measure-units counts what a complaint costs', async () => {
    const { live, milliseconds } = asking(stack());
    await live(1);
    expect(milliseconds).toHaveLength(4);
  });
});
