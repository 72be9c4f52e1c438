import { describe, expect, it } from 'vitest';
import { viewOf } from '../../functions/shared/staff/case-view.ts';
import { CASE, COMMAND, EVENTS, office } from '../support/office.ts';
import { beijing } from '../support/rules.ts';

describe('a record that only a newer release knows', () => {
  it('is shown by what is known of it, and the case opens all the same', async () => {
    const { world, receipt, call } = await office();
    const actor = { kind: 'staff', organ: 'city', role: 'head', name: '李局', sub: 'u1' };
    const at = beijing('2026-06-02 09:00');
    const newer = { type: 'praised', text: '请抓紧办理', caseId: receipt, seq: 2, at, actor };
    world.cases.putEvent(receipt, newer);
    expect((await call(CASE, { id: receipt })).status).toBe(200);
    expect((await call(EVENTS, { id: receipt })).json.events.at(-1)).toEqual({
      type: 'praised',
      name: '本版本不认识的记录',
      caseId: receipt,
      seq: 2,
      at,
      actor,
    });
  });
});

describe('a case', () => {
  it('is shown with what was said beside the matter and could not be used, as it was written', async () => {
    const sideRemarks = [{ field: 'occurredAt', written: '上上周三夜里' }];
    const { receipt, call } = await office({ sideRemarks });
    expect((await call(CASE, { id: receipt })).json.complaint.sideRemarks).toEqual(sideRemarks);
  });

  it('is shown with what was written and why it came here, never with the person', async () => {
    const { receipt, call } = await office();
    const { status, text, json } = await call(CASE, { id: receipt });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: receipt, version: 1, lead: 'county', trace: ['夜间施工'] });
    expect(json.ways.map(({ way }: { way: string }) => way)).toEqual(['local']);
    expect(json.complaint).toEqual({
      text: '工地每晚浇筑混凝土到凌晨，睡不着。',
      address: '新河路12号',
      target: '某工地',
      sideRemarks: [],
      attachments: [],
    });
    for (const personal of ['钱测试', '13911112222', 'qian@', 'queryCode', 'sourceId', 'form-1', 'e30=']) {
      expect(text).not.toContain(personal);
    }
  });

  it('is shown with who may be accused, which nobody has looked up, and where its text says the spot is', async () => {
    const { world, receipt, call } = await office();
    const named = await world.complain('2026-06-01 10:00', {
      sourceId: 'form-2',
      text: '新河路12号永兴印染厂排黑水。',
    });
    expect((await call(CASE, { id: receipt })).json.accused).toEqual([{ kind: 'unknown', name: '某工地', score: 0.9 }]);
    expect((await call(CASE, { id: named.receipt })).json).toMatchObject({
      accused: [{ kind: 'named', name: '永兴印染厂' }, { kind: 'unknown' }],
      whereabouts: [{ kind: 'road', start: 0, end: 6 }],
    });
  });

  it('is shown with what came in later, its words included, and how often somebody urged', async () => {
    const { world, receipt, call } = await office();
    const follow = (n: number, as: 'supplement' | 'urge') =>
      world.complain('2026-06-01 12:00', { sourceId: `more-${n}`, text: `第${n}封`, follows: { to: receipt, as } });
    const urged = await follow(1, 'urge');
    for (let n = 2; n <= 22; n += 1) await follow(n, 'supplement');
    const { json, text } = await call(CASE, { id: receipt });
    expect([json.urges, json.followUps.length]).toEqual([1, 20]);
    expect(json.followUps.at(-1)).toMatchObject({ as: 'supplement', channel: 'web', complaint: { text: '第22封' } });
    expect(text).not.toContain(urged.receipt);
    expect(text).not.toContain('钱测试');
  });

  it('that has ended is opened again by a command, or not, as whoever asked is told', async () => {
    const { world, receipt, call } = await office();
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
    await world.close('2026-06-01 12:00', 'county', receipt, { answer: '经查属实，已依法查处并责令改正。' });
    await world.complain('2026-06-02 09:00', { sourceId: 'more', text: '又有', follows: { to: receipt, as: 'urge' } });
    expect((await call(CASE, { id: receipt })).json.reopeningAskedAt).toBe(beijing('2026-06-02 09:00'));
    const reopen = { type: 'reopen', reason: '反弹', expectedVersion: 5 };
    expect((await call(COMMAND, { id: receipt, body: reopen })).json).toEqual({ version: 6, status: 'accepted' });
    expect((await call(CASE, { id: receipt })).json.reopeningAskedAt).toBeUndefined();
    const again = { type: 'decline-reopening', reason: '无', expectedVersion: 6 };
    expect((await call(COMMAND, { id: receipt, body: again })).status).toBe(422);
  });

  it('is shown with the industries of those complained of, or none', async () => {
    const { world, receipt, call } = await office();
    expect((await call(CASE, { id: receipt })).json.industries).toEqual([]);
    const [state] = world.cases.all();
    const classification = { ...state!.classification, industries: ['建筑业'] };
    const told = viewOf(
      {
        state: { ...state!, classification },
        trace: [],
        route: undefined,
        repeats: [],
        accused: [],
        suggestedProcedure: undefined,
        complaint: undefined,
        followUps: [],
        joint: [],
        parts: [],
        clocks: [],
        opinions: [],
        acts: [],
      },
      [],
    );
    expect(told.industries).toEqual(['建筑业']);
  });

  it('is shown with the route that the rules suggested, and who said what it is about', async () => {
    const { receipt, call } = await office();
    const before = await call(CASE, { id: receipt });
    expect(before.json).toMatchObject({
      classifiedBy: 'rules',
      route: { lead: 'county', rule: 'national', trace: [] },
    });
    const body = { type: 'reclassify', types: ['大气'], matter: 'odour', reason: '实为异味', expectedVersion: 1 };
    expect((await call(COMMAND, { id: receipt, body })).json).toEqual({ version: 2, status: 'registered' });
    expect((await call(CASE, { id: receipt })).json).toMatchObject({
      classifiedBy: 'person',
      types: ['大气'],
      matter: 'odour',
      trace: ['人工改判：实为异味'],
      corrected: { organ: 'county', reason: '实为异味' },
    });
  });

  it('is shown with everything that happened to it', async () => {
    const { world, receipt, call } = await office();
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
    const { json } = await call(EVENTS, { id: receipt });
    expect(json.events.map(({ seq, type }: { seq: number; type: string }) => `${seq} ${type}`)).toEqual([
      ...['1 registered', '2 accepted'],
    ]);
  });
});
