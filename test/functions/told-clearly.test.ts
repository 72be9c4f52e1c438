import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptWeb } from '../../functions/accept-web-complaint/handler.ts';
import { requireMediaType } from '../../functions/shared/http/body.ts';
import { problem, Refusal } from '../../functions/shared/http/problem.ts';
import { PROBLEMS, type ProblemName } from '../../functions/shared/http/problems.ts';
import { intake, requestEvent, send } from '../support/intake.ts';
import { hotline, partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';

const timestamp = '2026-11-20T13:00:00Z';
const ORDER = { type: 'complaint.submitted', timestamp, data: { externalId: 'E-1', text: '夜间有刺鼻气味。' } };

const hand = (order: unknown, headers: Record<string, string> = {}, partner = hotline()) => {
  const body = JSON.stringify(order);
  return send(createHandler(partnerIntake(partner)), {
    body,
    path: { partner: 'hotline' },
    headers: { ...signedHeaders(body), ...headers },
  });
};

describe('a partner who sends an order as something else than JSON', () => {
  it.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-type': 'application/xml' }],
    [{ 'content-type': 'application/json; charset=gbk' }],
    [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    [{ 'content-encoding': 'br' }],
  ])('is told so: %j', async (headers) => {
    expect(await hand(ORDER, headers as unknown as Record<string, string>)).toMatchObject({
      status: 415,
      json: { type: 'urn:huiyin:problem:unsupported-media-type' },
    });
  });

  it.each([{}, { 'content-type': 'application/json' }, { 'content-type': 'Application/JSON; charset="UTF-8"' }])(
    'is not, with %j',
    async (headers) => {
      expect((await hand(ORDER, headers as Record<string, string>)).status).toBe(202);
    },
  );

  it('and whoever names no type is taken at the first that the route has', () => {
    expect(() => requireMediaType(requestEvent({}), 'message/rfc822')).not.toThrow();
    expect(() => requireMediaType(requestEvent({ headers: { 'content-type': '' } }), 'text/csv')).toThrow(Refusal);
  });
});

describe('a request that belongs elsewhere', () => {
  it.each([[[]], [[ORDER]], [[ORDER, ORDER]], [[1, 2]], [[[ORDER]]]])('is told where lists go: %j', async (list) => {
    const { status, json } = await hand(list);
    expect(status).toBe(400);
    expect(json.detail).toContain('/batches');
    expect(json.errors).toEqual([{ pointer: '', detail: expect.stringContaining('/batches') }]);
  });
});

describe('what a partner left out', () => {
  it.each([
    ['the time of a call to hurry', { ...ORDER, type: 'complaint.urged', timestamp: undefined }, '/timestamp'],
    ['data', { ...ORDER, data: undefined }, '/data'],
    ['externalId', { ...ORDER, data: { text: '臭' } }, '/data/externalId'],
    ['text', { ...ORDER, data: { externalId: '1' } }, '/data/text'],
    ['a null', { ...ORDER, data: null }, '/data'],
  ])('is named as missing: %s', async (_, order, pointer) => {
    expect((await hand(order)).json.errors).toContainEqual({ pointer, detail: '此项必填' });
  });

  it('is told apart from what cannot be read, which is kept and noted', async () => {
    const { status, json } = await hand({ ...ORDER, timestamp: 'yesterday' });
    expect([status, json.notes[0].pointer]).toEqual([202, '/timestamp']);
  });
});

describe('a kind that nobody agreed on', () => {
  it.each([
    [{ ...ORDER, type: 'complaint.closed' }, '/type'],
    [{ ...ORDER, type: 'constructor' }, '/type'],
    [{ orderNo: '1', content: '臭', operateType: '9' }, '/operateType'],
    [{ orderNo: '1', content: '臭', operateType: 'constructor' }, '/operateType'],
    [{ 工单编号: '1', 诉求内容: '臭', 操作类型: '作废' }, '/操作类型'],
  ])('is pointed at: %j', async (order, pointer) => {
    expect(await hand(order)).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
  });
});

describe('a right that a partner has not', () => {
  it.each([
    [['urge'], ORDER, 'submit'],
    [['submit'], { ...ORDER, type: 'complaint.urged' }, 'urge'],
    [['submit'], { ...ORDER, data: { ...ORDER.data, inspection: { batch: '1', item: '2' } } }, 'inspection'],
    [['urge'], { ...ORDER, data: { ...ORDER.data, inspection: { batch: '1', item: '2' } } }, 'submit、inspection'],
    [['submit'], { ...ORDER, type: 'complaint.sent-back' }, 'send-back'],
  ] as const)('is named: with %j', async (may, order, missing) => {
    expect((await hand(order, {}, hotline({ may }))).json).toMatchObject({
      status: 403,
      detail: `缺少权限：${missing}`,
    });
  });
});

describe('whatever cannot be done with a body that was read (422)', () => {
  const names = (Object.keys(PROBLEMS) as ProblemName[]).filter((name) => PROBLEMS[name].status === 422);

  it.each(names)('points into it: %s', (name) => {
    for (const occurrence of [{}, { detail: '事项现为“已办结”' }]) {
      const { errors, title } = JSON.parse(problem(name, occurrence, 't').body ?? '');
      expect(errors).toEqual([{ pointer: '', detail: occurrence.detail ?? title }]);
    }
  });

  it('finer where something finer is at fault', async () => {
    const errors = [{ pointer: '/type', detail: '不支持的类别' }];
    expect(JSON.parse(problem('unknown-type', { errors }, 't').body ?? '').errors).toEqual(errors);
  });

  it('and elsewhere only where there is something to point to', async () => {
    expect((await send(acceptWeb(intake()), { body: '{' })).json).not.toHaveProperty('errors');
  });
});
