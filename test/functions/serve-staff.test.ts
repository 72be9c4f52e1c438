import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, COMMAND, EVENTS, FILE, LIST, office } from '../support/office.ts';
import { beijing } from '../support/rules.ts';

describe('a request of staff', () => {
  it.each([
    ['no organ', { role: 'handler', name: '经办人' }],
    ['an organ that is no text', { ...CLAIMS, organ: 7 }],
    ['nothing at all', {}],
  ])('whose token names %s is refused on every route', async (_, claims) => {
    const { receipt, call } = await office();
    const answers = await Promise.all(
      [LIST, CASE, EVENTS, FILE, COMMAND].map((route) => call(route, { claims, id: receipt })),
    );
    expect(answers.map(({ status, json }) => [status, json.type])).toEqual(
      Array(5).fill([403, 'urn:huiyin:problem:no-organ']),
    );
  });

  it.each([
    ['no sub', { ...CLAIMS, sub: undefined }],
    ['an empty sub', { ...CLAIMS, sub: '' }],
    ['no name', { ...CLAIMS, name: undefined }],
    ['a name of blanks', { ...CLAIMS, name: '  ' }],
  ])('whose token has %s is refused on every route, for nobody could be held to it', async (_, claims) => {
    const { receipt, call } = await office();
    const answers = await Promise.all(
      [LIST, CASE, EVENTS, FILE, COMMAND].map((route) => call(route, { claims, id: receipt })),
    );
    expect(answers.map(({ status, json }) => [status, json.type])).toEqual(
      Array(5).fill([403, 'urn:huiyin:problem:no-person']),
    );
  });

  it.each([
    ['no role', { ...CLAIMS, role: undefined }],
    ['a role that there is not', { ...CLAIMS, role: 'intern' }],
    ['a role in capital letters', { ...CLAIMS, role: 'Head' }],
    ['a role with a blank', { ...CLAIMS, role: 'head ' }],
    ['what every object has', { ...CLAIMS, role: 'constructor' }],
  ])('whose token has %s is refused on every route', async (_, claims) => {
    const { receipt, call } = await office();
    const answers = await Promise.all(
      [LIST, CASE, EVENTS, FILE, COMMAND].map((route) => call(route, { claims, id: receipt })),
    );
    expect(answers.map(({ status, json }) => [status, json.type])).toEqual(
      Array(5).fill([403, 'urn:huiyin:problem:no-role']),
    );
  });

  it('whose token names an organ that is on no roster is refused, and shown no empty list', async () => {
    const { call } = await office();
    const { status, json } = await call(LIST, { claims: { ...CLAIMS, organ: 'countyy' } });
    expect([status, json.type]).toEqual([403, 'urn:huiyin:problem:no-organ']);
  });

  it('leaves who that was in the record, beyond the name', async () => {
    const { receipt, call } = await office();
    const claims = { ...CLAIMS, sub: 'user-0042', name: '张伟' };
    await call(COMMAND, { id: receipt, claims, body: { type: 'accept', expectedVersion: 1 } });
    const { json } = await call(EVENTS, { id: receipt });
    expect(json.events.at(-1)).toMatchObject({ name: '受理', actor: { sub: 'user-0042', name: '张伟' } });
  });

  it.each([CASE, EVENTS, FILE, COMMAND])('%s to an unknown case is answered 404', async (route) => {
    const { call } = await office();
    const body = { type: 'accept', expectedVersion: 1 };
    const { status, json } = await call(route, { id: 'QH-0000-0000-0000', body });
    expect([status, json.title]).toEqual([404, '没有这个信访事项']);
  });

  it.each([CASE, EVENTS, FILE, COMMAND])(
    '%s to a case of the neighbour is answered 403, in the same words',
    async (route) => {
      const { receipt, call } = await office();
      const claims = { ...CLAIMS, organ: 'neighbour' };
      const body = { type: 'accept', expectedVersion: 99 };
      const { status, json } = await call(route, { claims, id: receipt, body });
      expect([status, json.title]).toEqual([403, '不是本单位负责的事项']);
    },
  );
});

describe('what staff may do with a case', () => {
  const actsOf = async (call: Awaited<ReturnType<typeof office>>['call'], id: string, organ: string) =>
    (await call(CASE, { id, claims: { ...CLAIMS, organ } })).json.acts;

  it('is shown with it, each act with its name and what its command must say', async () => {
    const { receipt, call } = await office();
    const notAnIncident = '本件未列为突发环境事件；经核实是的，请先改判';
    expect(await actsOf(call, receipt, 'county')).toEqual([
      { type: 'accept', name: '受理', needs: [] },
      { type: 'decline', name: '不予受理', needs: ['reason', 'explanation'] },
      { type: 'transfer', name: '移送', needs: ['department', 'explanation'] },
      { type: 'join', name: '并案', needs: ['into'] },
      { type: 'assign', name: '交办', needs: ['lead'] },
      { type: 'reclassify', name: '改判', needs: ['types', 'matter', 'reason'] },
      { type: 'correct-accused', name: '更正被反映单位', needs: ['accused', 'reason'] },
      { type: 'correct-place', name: '更正地点', needs: ['division', 'reason'] },
      { type: 'object', name: '提出异议', needs: ['reason'] },
      { type: 'report-incident', name: '报告突发环境事件', needs: ['kind', 'words'], obstacle: notAnIncident },
      { type: 'inform-neighbours', name: '通报相邻地区', needs: ['organs', 'words'], obstacle: notAnIncident },
      { type: 'record-visit', name: '登记现场核查', needs: ['on', 'people', 'findings'] },
      { type: 'ask', name: '询问信访人', needs: ['question'] },
      { type: 'set-apart', name: '另立一案', needs: ['receipt'], obstacle: '没有后续来信' },
      { type: 'note', name: '工作记录', needs: ['words'] },
      { type: 'attach', name: '添加材料', needs: ['files'] },
      { type: 'distribute', name: '分办', needs: ['officer'] },
      { type: 'hand-over', name: '移交', needs: ['to', 'reason'], obstacle: '本单位尚未确定责任人，请先分办' },
      { type: 'reveal-contact', name: '查看信访人联系方式', needs: ['reason'] },
      { type: 'mark', name: '重点标记', needs: [] },
      { type: 'instruct', name: '登记领导批示', needs: ['from', 'words', 'until'] },
      {
        ...{ type: 'answer-instruction', name: '反馈批示落实情况', needs: ['item', 'words'] },
        obstacle: '没有待反馈的领导批示',
      },
      {
        ...{ type: 'inform-authorities', name: '登记应急联动通报', needs: ['authorities', 'words'] },
        obstacle: notAnIncident,
      },
      { type: 'acknowledge', name: '已阅，限时办理', needs: [], obstacle: '还没有收到该期限的提醒' },
    ]);
  });

  it('leaves out what belongs to the other level', async () => {
    const { receipt, call } = await office();
    const types = (await actsOf(call, receipt, 'city')).map(({ type }: { type: string }) => type);
    expect(types).not.toContain('object');
  });

  it('names what stands in the way of an act', async () => {
    const { receipt, call } = await office();
    await call(COMMAND, { id: receipt, body: { type: 'accept', expectedVersion: 1 } });
    const request = { type: 'request-extension', reason: '复杂', expectedVersion: 2 };
    await call(COMMAND, { id: receipt, body: request });
    expect(await actsOf(call, receipt, 'county')).toContainEqual({
      type: 'extend',
      name: '批准延期',
      needs: [],
      obstacle: '申请延期的人不能自己批准',
    });
  });
});

describe('a command', () => {
  it('is carried out in the name of who gave it, at the time of the request', async () => {
    const { world, receipt, call } = await office();
    const { status, json } = await call(COMMAND, { id: receipt, body: { type: 'accept', expectedVersion: 1 } });
    expect([status, json]).toEqual([200, { version: 2, status: 'accepted' }]);
    expect((await world.cases.events(receipt)).at(-1)).toMatchObject({
      type: 'accepted',
      at: beijing('2026-06-02 10:00'),
      actor: { kind: 'staff', ...CLAIMS },
    });
  });

  it('decided on an old version is answered 409, with the version to look at', async () => {
    const { world, receipt, call } = await office();
    await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
    const { status, json } = await call(COMMAND, { id: receipt, body: { type: 'accept', expectedVersion: 1 } });
    expect([status, json.detail]).toEqual([409, '事项现为第2版']);
  });

  it('that the state does not allow is answered 422 with the reason', async () => {
    const { receipt, call } = await office();
    const body = { type: 'report', findings: '属实', expectedVersion: 1 };
    const { status, json } = await call(COMMAND, { id: receipt, body });
    expect([status, json.detail]).toEqual([422, '事项现为“已登记，待受理”，不允许此操作']);
  });

  it.each([
    ['no version', { type: 'accept' }, '/expectedVersion'],
    ['a type that there is not', { type: 'delete', expectedVersion: 1 }, '/type'],
    ['no reason to correct', { type: 'reclassify', types: ['水'], matter: 'odour', expectedVersion: 1 }, '/reason'],
    ['no answer to close with', { type: 'propose-closing', expectedVersion: 1, answer: '  ' }, '/answer'],
    [
      'a reason to decline that the law does not know',
      { type: 'decline', reason: 'no-time', expectedVersion: 1 },
      '/reason',
    ],
  ])('with %s is answered 400 and says where', async (_, body, pointer) => {
    const { receipt, call } = await office();
    const { status, json } = await call(COMMAND, { id: receipt, body });
    expect(status).toBe(400);
    expect(json.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('that is no JSON is answered 400', async () => {
    const { receipt, call } = await office();
    expect((await call(COMMAND, { id: receipt, body: '{' })).status).toBe(400);
  });
});

it('a route that is not there is answered 404', async () => {
  const { call } = await office();
  expect((await call('DELETE /v1/cases/{id}', { id: 'QH-1' })).status).toBe(404);
});
