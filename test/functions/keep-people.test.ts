import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../adapters/memory/people.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import type { RosterContact } from '../../domain/organs.ts';
import { createHandler } from '../../functions/keep-people/handler.ts';
import { requestEvent } from '../support/intake.ts';
import { beijing } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const SHOW = 'GET /v1/organs/{id}/people';
const CHANGES = 'GET /v1/organs/{id}/people/changes';
const CHANGE = 'POST /v1/organs/{id}/people';
const AWAY = 'POST /v1/organs/{id}/absences';
const CHOOSE = 'POST /v1/organs/{id}/digests';

const as = (organ: string, role: string) => ({ sub: `${organ}-${role}`, name: '赵测试', organ, role });
const HEAD = as('county', 'head');

const NEW: RosterContact = { role: 'handler', name: '新人', email: 'new@county.example', phone: '13900000999' };
const LEADER: RosterContact = { role: 'leader', name: '局长', phone: '13900000998' };
const said = (contacts: readonly object[], expectedVersion = 0) => ({
  expectedVersion,
  reason: '经办人调整',
  contacts,
});

/** The way to ask, on a day. */
function office() {
  const people = memoryPeople();
  const handler = createHandler({ people, context: rules(), readTable });
  const call = async (routeKey: string, claims: object, body?: object, id = 'county') => {
    const event = requestEvent({
      ...{ path: { id }, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      at: beijing('2026-06-01 10:00'),
    } as never);
    const requestContext = { ...event.requestContext, authorizer: { jwt: { claims } } };
    const answer = await handler({ ...event, routeKey, requestContext } as never, {} as Context);
    return { status: answer.statusCode, json: JSON.parse(answer.body ?? '{}') };
  };
  return { people, call };
}

describe('the people of an organ', () => {
  it('are those of the province’s file until somebody changes them', async () => {
    const { call } = office();
    const { json } = await call(SHOW, HEAD);
    expect(json.version).toBe(0);
    expect(json.contacts.map(({ role }: RosterContact) => role)).toEqual(['handler', 'leader', 'duty']);
  });

  it('are changed by their head, on the version that was seen, with a reason that stays on record', async () => {
    const { call } = office();
    expect(await call(CHANGE, HEAD, said([NEW, LEADER]))).toMatchObject({ status: 200, json: { version: 1 } });
    expect((await call(SHOW, HEAD)).json.contacts).toEqual([NEW, LEADER]);
    const [change] = (await call(CHANGES, HEAD)).json.changes;
    expect(change).toMatchObject({ version: 1, reason: '经办人调整', by: { sub: 'county-head', organ: 'county' } });
    expect(change.before[0].name).toBe('county handler');
  });

  it('stay as they are where somebody else was quicker', async () => {
    const { call } = office();
    await call(CHANGE, HEAD, said([NEW, LEADER]));
    const late = await call(CHANGE, HEAD, said([LEADER, NEW]));
    expect(late).toMatchObject({ status: 409, json: { detail: '通讯录现为第1版' } });
    expect((await call(SHOW, HEAD)).json.contacts).toEqual([NEW, LEADER]);
  });

  it.each([
    ['nobody to be reminded', [LEADER], '至少要有一名经办人'],
    ['nobody to be told when it is late', [NEW], '至少要有一名负责人或者值班室'],
    ['somebody without any address', [NEW, { role: 'leader', name: '局长' }], '第2名联系人没有邮箱，也没有手机号'],
    [
      'an absence that ends before it begins',
      [{ ...NEW, absent: [{ from: '2026-06-09T00:00:00Z', to: '2026-06-08T00:00:00Z' }] }, LEADER],
      '第1名联系人的离岗时间有误',
    ],
  ])('are refused with %s, in words that name no person', async (_, contacts, detail) => {
    const { call } = office();
    const refused = await call(CHANGE, HEAD, said(contacts));
    expect(refused.status).toBe(422);
    expect(refused.json.detail).toContain(detail);
    for (const name of ['新人', '局长', '13900']) expect(JSON.stringify(refused.json)).not.toContain(name);
  });

  it('with one number for two people are taken, with a note', async () => {
    const { call } = office();
    const { json } = await call(CHANGE, HEAD, said([NEW, { ...LEADER, phone: NEW.phone }]));
    expect(json.notes).toContain('新人、局长的手机号相同');
  });
});

describe('an absence', () => {
  const absence = (changes: object = {}) => ({
    ...{ expectedVersion: 0, reason: '年休假', role: 'handler', name: 'county handler' },
    ...{ from: '2026-06-01T08:00:00+08:00', to: '2026-06-05T18:00:00+08:00' },
    ...changes,
  });

  it('is one call, and names whoever takes over from nobody else', async () => {
    const { call } = office();
    const { status, json } = await call(AWAY, HEAD, absence());
    expect(status).toBe(200);
    expect(json.contacts[0].absent).toEqual([{ from: '2026-06-01T00:00:00.000Z', to: '2026-06-05T10:00:00.000Z' }]);
    expect(json.notes).toEqual([]);
  });

  it('of the only one there is noted', async () => {
    const { call } = office();
    await call(CHANGE, HEAD, said([NEW, LEADER]));
    const { json } = await call(AWAY, HEAD, absence({ expectedVersion: 1, name: '新人' }));
    expect(json.notes).toContain('经办人没有人在岗，也没有人代理：提醒和催办改发上级单位值班室');
  });

  it('of the only one there is heard of by nobody where the duty desks above are away today', async () => {
    const { call } = office();
    const absent = [{ from: '2026-06-01T00:00:00Z', to: '2026-06-05T10:00:00Z' }];
    const away = { role: 'duty', name: '值班员', phone: '13900000997', email: 'away@duty.example', absent };
    for (const id of ['city', 'province']) await call(CHANGE, as('province', 'ops'), said([NEW, LEADER, away]), id);
    await call(CHANGE, HEAD, said([NEW, LEADER]));
    const { json } = await call(AWAY, HEAD, absence({ expectedVersion: 1, name: '新人' }));
    expect(json.notes).toContain('经办人没有人在岗，也没有人代理：提醒和催办没有人收到');
  });

  it('that is over is forgotten with the next change', async () => {
    const { call } = office();
    const over = { from: '2026-05-01T00:00:00Z', to: '2026-05-08T00:00:00Z' };
    const { json } = await call(CHANGE, HEAD, said([{ ...NEW, absent: [over] }, LEADER]));
    expect(json.contacts[0].absent).toBeUndefined();
  });

  it('of somebody who is not there is refused', async () => {
    const { call } = office();
    expect(await call(AWAY, HEAD, absence({ name: '别人' }))).toMatchObject({ status: 422 });
  });
});

describe('who may change the people of a county bureau', () => {
  it.each([
    ['its head', as('county', 'head'), 200],
    ['its petition office', as('county', 'petition'), 200],
    ['its duty desk', as('county', 'duty'), 200],
    ['the head of the bureau above', as('city', 'head'), 200],
    ['ops', as('province', 'ops'), 200],
    ['its handler', as('county', 'handler'), 403],
    ['the head of a neighbour', as('neighbour', 'head'), 403],
    ['an auditor above', as('city', 'auditor'), 403],
  ])('%s', async (_, claims, status) => {
    const { call } = office();
    expect((await call(CHANGE, claims, said([NEW, LEADER]))).status).toBe(status);
    expect((await call(CHANGES, claims)).status).toBe(status);
  });

  it('is told nothing of the people of a neighbour, nor of an organ that there is not', async () => {
    const { call } = office();
    const neighbour = await call(SHOW, as('neighbour', 'head'));
    expect(neighbour).toMatchObject({ status: 403, json: { type: 'urn:huiyin:problem:not-your-organ' } });
    expect(JSON.stringify(neighbour.json)).not.toContain('county');
    expect(await call(SHOW, HEAD, undefined, 'nowhere')).toMatchObject({ status: 404 });
  });

  it('is read by everybody in the line, up and down', async () => {
    const { call } = office();
    expect((await call(SHOW, as('county', 'handler'), undefined, 'province')).status).toBe(200);
    expect((await call(SHOW, as('province', 'handler'))).status).toBe(200);
  });
});

describe('digests', () => {
  const MINE: RosterContact = { ...LEADER, sub: 'county-leader' };
  const chosen = (digests: object) => ({ expectedVersion: 1, role: 'leader', name: '局长', digests });

  it('are chosen by whoever gets them, in every post that they hold, and stay when their number changes', async () => {
    const { call } = office();
    const both = [NEW, MINE, { ...MINE, role: 'duty' }];
    await call(CHANGE, HEAD, said(both));
    const own = { ...as('county', 'handler'), sub: 'county-leader' };
    const { status, json } = await call(CHOOSE, own, chosen({ weekly: 'none', overdue: 'sms' }));
    expect(status).toBe(200);
    expect(json.contacts.map(({ digests }: RosterContact) => digests)).toEqual([
      undefined,
      ...[1, 2].map(() => ({ weekly: 'none', overdue: 'sms' })),
    ]);
    expect((await call(CHANGES, HEAD)).json.changes[0]).toMatchObject({ reason: '本人设置' });
  });

  it.each([
    ['what is overdue turned off', chosen({ overdue: 'none' }), HEAD, 400],
    ['one that there is not', chosen({ hourly: 'email' }), HEAD, 400],
    ['those of somebody else', chosen({ weekly: 'none' }), as('county', 'handler'), 403],
    ['somebody who is not there', { ...chosen({ weekly: 'none' }), name: '别人' }, HEAD, 422],
  ])('are refused: %s', async (_, body, claims, status) => {
    const { call } = office();
    await call(CHANGE, HEAD, said([NEW, MINE]));
    expect((await call(CHOOSE, claims, body)).status).toBe(status);
  });
});
