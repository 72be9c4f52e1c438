import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../domain/complaint.ts';
import { waysFor } from '../../domain/routing/handling-ways.ts';
import { viewOf } from '../../functions/serve-staff/case-view.ts';
import { createHandler } from '../../functions/serve-staff/handler.ts';
import { NoSuchPage, type WorklistQuery } from '../../usecases/staff-desk.ts';
import { requestEvent } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { beijing, handlingWays } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const CLAIMS = { organ: 'county', role: 'handler', name: '经办人' };

interface Call {
  readonly claims?: Record<string, unknown>;
  readonly id?: string;
  /** Further parameters of the path. */
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}

async function office(changes: Partial<Submission> = {}) {
  const world = newWorld();
  const matter = { target: '某工地', address: '新河路12号', ...changes };
  const { receipt } = await world.complain('2026-06-01 10:00', matter);
  const asked: WorklistQuery[] = [];
  const read = async (query: WorklistQuery) => {
    asked.push(query);
    if (query.cursor === 'never') throw new NoSuchPage();
    return { cases: world.cases.all(), cursor: 'bmV4dA' };
  };
  const readComplaint = async (key: string) => {
    if (key.length > 2048) throw new Error('DynamoDB takes no such key');
    return await world.vault.readComplaint(key);
  };
  const complaints = { readComplaint };
  const handler = createHandler({
    ...{ cases: world.cases, worklists: { read }, complaints, files: world.evidence, context: rules() },
    waysOf: (state, now) => waysFor(state, now, '320000', handlingWays),
  });
  const call = async (routeKey: string, { claims = CLAIMS, id, path, query, body }: Call = {}) => {
    const request = requestEvent({
      ...{
        query: query ?? {},
        path: { ...(id !== undefined && { id }), ...path },
        at: Date.parse(beijing('2026-06-02 10:00')),
      },
      headers: { 'content-type': 'application/json' },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const requestContext = { ...request.requestContext, authorizer: { jwt: { claims } } };
    const event = { ...request, routeKey, requestContext } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const answer = await handler(event, {} as Context);
    const { statusCode: status, headers = {}, body: text = '' } = answer;
    return { status, headers, text, json: JSON.parse(text || 'null') };
  };
  return { world, receipt, asked, call };
}

const LIST = 'GET /v1/cases';
const CASE = 'GET /v1/cases/{id}';
const EVENTS = 'GET /v1/cases/{id}/events';
const FILE = 'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}';
const COMMAND = 'POST /v1/cases/{id}/commands';

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

describe('the list of cases', () => {
  it('is that of one’s own organ, as asked, with where the page ended', async () => {
    const { receipt, asked, call } = await office();
    const { status, json } = await call(LIST, { query: { status: 'accepted', due: '2026-06-16T08:00:00+08:00' } });
    expect(status).toBe(200);
    expect(asked).toEqual([{ organ: 'county', status: 'accepted', dueBefore: '2026-06-16T00:00:00.000Z' }]);
    expect(json).toMatchObject({
      cases: [{ id: receipt, statusText: '已登记，待受理', lead: 'county' }],
      cursor: 'bmV4dA',
    });
    expect(json.cases[0].clocks.map(({ name }: { name: string }) => name)).toEqual(['tell', 'objection']);
  });

  it('can be that of cases which somebody wants opened again', async () => {
    const { asked, call } = await office();
    await call(LIST, { query: { reopening: 'asked' } });
    expect(asked).toEqual([{ organ: 'county', asksReopening: true }]);
    expect((await call(LIST, { query: { reopening: 'no' } })).json.errors[0].pointer).toBe('/reopening');
  });

  it('can be that of one way of handling, page by page', async () => {
    const { receipt, call } = await office();
    const idsOf = async (way: string) => {
      const { json } = await call(LIST, { query: { way } });
      return json.cases.map(({ id }: { id: string }) => id);
    };
    expect([await idsOf('local'), await idsOf('inspection')]).toEqual([[receipt], []]);
  });

  it('of an organ below may be asked for, of another not', async () => {
    const { call } = await office();
    const claims = { ...CLAIMS, organ: 'city' };
    expect((await call(LIST, { claims, query: { organ: 'county' } })).status).toBe(200);
    expect((await call(LIST, { query: { organ: 'neighbour' } })).status).toBe(403);
    expect((await call(LIST, { query: { organ: 'no-such-organ' } })).status).toBe(403);
  });

  it.each([
    [{ status: 'no-such-status' }, '/status'],
    [{ due: 'tomorrow' }, '/due'],
    [{ cursor: '!' }, '/cursor'],
    [{ cursor: 'never' }, '/cursor'],
  ])('refuses %j and says where', async (query, pointer) => {
    const { call } = await office();
    const { status, json } = await call(LIST, { query: query as Record<string, string> });
    expect([status, json.errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('a case', () => {
  it('is shown with what was written and why it came here, never with the person', async () => {
    const { receipt, call } = await office();
    const { status, text, json } = await call(CASE, { id: receipt });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: receipt, version: 1, lead: 'county', trace: ['夜间施工'] });
    expect(json.ways.map(({ way }: { way: string }) => way)).toEqual(['local']);
    expect(json.complaint).toEqual({
      ...{ text: '工地每晚浇筑混凝土到凌晨，睡不着。', address: '新河路12号', target: '某工地', attachments: [] },
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
    await world.order('2026-06-01 12:00', 'county', receipt, { type: 'close', answer: '已查处。' });
    await world.complain('2026-06-02 09:00', { sourceId: 'more', text: '又有', follows: { to: receipt, as: 'urge' } });
    expect((await call(CASE, { id: receipt })).json.reopeningAskedAt).toBe(beijing('2026-06-02 09:00'));
    const reopen = { type: 'reopen', reason: '反弹', expectedVersion: 4 };
    expect((await call(COMMAND, { id: receipt, body: reopen })).json).toEqual({ version: 5, status: 'accepted' });
    expect((await call(CASE, { id: receipt })).json.reopeningAskedAt).toBeUndefined();
    const again = { type: 'decline-reopening', reason: '无', expectedVersion: 5 };
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
        complaint: undefined,
        followUps: [],
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
      ...{ classifiedBy: 'person', types: ['大气'], matter: 'odour', trace: ['人工改判：实为异味'] },
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

describe('an attachment', () => {
  const PHOTO = { name: '张某某家门口.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-1/aa' };
  const LOST = { name: '微信图片', mediaType: 'image/*', mediaId: 'm', lost: 'expired' as const };

  async function withFiles(attachments: Submission['attachments'] = [PHOTO]) {
    const desk = await office({ attachments });
    for (const { key } of attachments) if (key) await desk.world.evidence.put(key, Buffer.from('x'), '');
    /** Opens what a view links. */
    const open = (href: string, claims: Record<string, unknown> = CLAIMS) => {
      const [, , , id = '', , receipt = '', , number = ''] = href.split('/');
      return desk.call(FILE, { claims, id, path: { receipt, number } });
    };
    const hrefs = async (id = desk.receipt) =>
      (await desk.call(CASE, { id })).json.complaint.attachments.map(({ href }: { href?: string }) => href);
    return { ...desk, open, hrefs };
  }

  it('that is kept is linked in the view and opens for five minutes elsewhere, under a name of ours', async () => {
    const { receipt, open, hrefs } = await withFiles();
    const [href] = await hrefs();
    expect(href).toBe(`/v1/cases/${receipt}/complaints/${receipt}/attachments/1`);
    const { status, text, headers } = await open(href);
    expect([status, text]).toEqual([303, '']);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const { origin, pathname, searchParams } = new URL(String(headers.location));
    expect(origin + pathname).toBe(`https://evidence.example/${PHOTO.key}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ fileName: `${receipt}-1.jpg`, mediaType: 'image/jpeg', now: beijing('2026-06-02 10:00') },
    });
  });

  it.each([
    ['lost', LOST],
    ['not fetched yet', { ...LOST, lost: undefined }],
    ['closed', { ...PHOTO, key: undefined }],
  ])('that is %s has no link, and is answered 404', async (_, attachment) => {
    const { receipt, open, hrefs } = await withFiles([attachment]);
    expect(await hrefs()).toEqual([undefined]);
    const { status, json } = await open(`/v1/cases/${receipt}/complaints/${receipt}/attachments/1`);
    expect([status, json.type]).toEqual([404, 'urn:huiyin:problem:no-such-attachment']);
  });

  it('that the bucket has no more, and a number that there is not, are answered 404', async () => {
    const { world, receipt, open, hrefs } = await withFiles();
    for (const number of ['0', '2', '-1', '1.5', 'x', '', '__proto__'])
      expect((await open(`/v1/cases/${receipt}/complaints/${receipt}/attachments/${number}`)).status).toBe(404);
    world.evidence.remove(PHOTO.key);
    expect((await open((await hrefs())[0])).status).toBe(404);
  });

  it('opens for those who may see the case, and for nobody else', async () => {
    const { open, hrefs } = await withFiles();
    const [href] = await hrefs();
    const as = async (organ: string) => (await open(href, { ...CLAIMS, organ })).status;
    expect([await as('county'), await as('city'), await as('neighbour')]).toEqual([303, 303, 403]);
  });

  it('of a complaint of another case does not open by this one', async () => {
    const { world, receipt, open } = await withFiles();
    const other = await world.complain('2026-06-01 10:00', { sourceId: 'other', attachments: [PHOTO] });
    expect((await open(`/v1/cases/${receipt}/complaints/${other.receipt}/attachments/1`)).status).toBe(404);
    expect((await open(`/v1/cases/${receipt}/complaints/${'x'.repeat(3000)}/attachments/1`)).status).toBe(404);
  });

  it('of what came in later opens, however much came after it', async () => {
    const { world, receipt, open, call } = await withFiles();
    const follow = (n: number, to = receipt) =>
      world.complain('2026-06-01 12:00', {
        ...{ sourceId: `more-${n}`, attachments: [PHOTO], follows: { to, as: 'supplement' as const } },
      });
    const first = await follow(0);
    for (let n = 1; n <= 101; n += 1) await follow(n);
    const reply = await follow(102, first.receipt);
    const { followUps } = (await call(CASE, { id: receipt })).json;
    expect((await open(followUps.at(-1).complaint.attachments[0].href)).status).toBe(303);
    for (const one of [first, reply])
      expect((await open(`/v1/cases/${receipt}/complaints/${one.receipt}/attachments/1`)).status).toBe(303);
  });

  it('of a complaint that was joined to the case opens by the case', async () => {
    const { world, receipt, open } = await withFiles();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'other', attachments: [PHOTO] });
    await world.order('2026-06-01 12:00', 'county', other.receipt, { type: 'join', into: receipt });
    expect((await open(`/v1/cases/${receipt}/complaints/${other.receipt}/attachments/1`)).status).toBe(303);
  });

  it('leaves on record that it was opened, for which organ, and not what it is called', async () => {
    const { receipt, open, hrefs } = await withFiles();
    const [href] = await hrefs();
    const line = JSON.parse(await consoleOf(() => open(href)));
    expect(line).toMatchObject({ event: 'attachment-opened', caseId: receipt, receipt, number: 1, organ: 'county' });
    expect(JSON.stringify(line)).not.toMatch(/张某某|经办人/);
  });
});

describe('a command', () => {
  it('is carried out in the name of who gave it, at the time of the request', async () => {
    const { world, receipt, call } = await office();
    const { status, json } = await call(COMMAND, { id: receipt, body: { type: 'accept', expectedVersion: 1 } });
    expect([status, json]).toEqual([200, { version: 2, status: 'accepted' }]);
    expect((await world.cases.events(receipt)).at(-1)).toMatchObject({
      ...{ type: 'accepted', at: beijing('2026-06-02 10:00'), actor: { kind: 'staff', ...CLAIMS } },
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
    ['no answer to close with', { type: 'close', expectedVersion: 1, answer: '  ' }, '/answer'],
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
