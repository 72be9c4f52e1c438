import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/digest.ts';
import { memoryLedgers } from '../../adapters/memory/ledgers.ts';
import { memoryPeople } from '../../adapters/memory/people.ts';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { memorySecretEntries } from '../../adapters/memory/secret-entries.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { createHandler as acceptBatch } from '../../functions/accept-partner-batch/handler.ts';
import { createHandler as acceptPartner } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptWeb } from '../../functions/accept-web-complaint/handler.ts';
import { createHandler as acceptWechat } from '../../functions/accept-wechat-message/handler.ts';
import { createHandler as describeApi } from '../../functions/describe-api/handler.ts';
import { createHandler as keepPeople } from '../../functions/keep-people/handler.ts';
import { answering, json } from '../../functions/shared/http/http.ts';
import { PROBLEMS, type ProblemName } from '../../functions/shared/http/problems.ts';
import { withinLimit } from '../../functions/shared/http/rate-limit.ts';
import { receivedAt } from '../../functions/shared/time.ts';
import { createHandler as showProgress } from '../../functions/show-progress/handler.ts';
import { createHandler as showProof } from '../../functions/show-proof/handler.ts';
import { intake, type Request, requestEvent, send } from '../support/intake.ts';
import { listsOfCases } from '../support/lists.ts';
import { CLAIMS, office, PRINT } from '../support/office.ts';
import { pagesWorld } from '../support/pages.ts';
import { hotline, partnerIntake } from '../support/partners.ts';
import { matters, policies } from '../support/rules.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';
import { staffDesk } from '../support/staff-desk.ts';
import { ACCOUNT, envelope, messageXml, sendSealed, signedQuery, wechatWorld } from '../support/wechat.ts';
import { newWorld, rules } from '../support/world.ts';

// Each problem of the registry is brought about through the function that answers with it. A problem without a way to
// it fails the first test below.

type Sent = Awaited<ReturnType<typeof send>>;

const form = (body: unknown, headers: Record<string, string> = {}, deps = intake()): Promise<Sent> =>
  send(acceptWeb(deps), {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

const order = (changes: object = {}) => ({
  type: 'complaint.submitted',
  timestamp: '2026-11-20T21:03:00+08:00',
  data: { externalId: 'E-1', text: '餐馆油烟直排。' },
  ...changes,
});

async function hand(orders: object[], partner: Partial<Partner> = {}, secrets?: object): Promise<Sent> {
  const deps = { ...partnerIntake(hotline(partner)), ...secrets };
  const answers: Sent[] = [];
  for (const body of orders.map((each) => JSON.stringify(each))) {
    const headers = { 'content-type': 'application/json', ...signedHeaders(body) };
    answers.push(await send(acceptPartner(deps), { body, headers, path: { partner: 'hotline' } }));
  }
  return answers.at(-1)!;
}

function handList(body: string): Promise<Sent> {
  const headers = { 'content-type': 'text/csv', ...signedHeaders(body) };
  return send(acceptBatch({ ...partnerIntake(), readTable }), { body, headers, path: { partner: 'hotline' } });
}

const wechat = (request: Request): Promise<Sent> => send(acceptWechat(wechatWorld()), request);

async function staff(routeKey: string, claims: object, { id, body }: { id?: string; body?: object } = {}) {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-01 11:00', 'county', receipt, { type: 'accept' });
  const handler = staffDesk({
    ...{ cases: world.cases, ...listsOfCases(world.cases), complaints: world.vault },
    context: rules(),
    mattersOn: () => matters,
    waysOf: () => [],
    files: world.evidence,
  });
  const event = requestEvent({
    headers: { 'content-type': 'application/json' },
    path: { id: id ?? receipt, receipt, number: '1' },
    body: JSON.stringify(body),
  });
  const requestContext = { ...event.requestContext, authorizer: { jwt: { claims } } };
  const answer = await handler({ ...event, routeKey, requestContext } as never, {} as Context);
  return { status: answer.statusCode, headers: {}, type: '', text: '', json: JSON.parse(answer.body ?? '') };
}

/** Of the county's people; `claims` say who asks. */
async function roster(
  routeKey: string,
  claims: object,
  { id = 'county', version = 0, contacts = [PERSON, LEADER] } = {},
) {
  const handler = keepPeople({ people: memoryPeople(), context: rules(), readTable });
  const body = JSON.stringify({ expectedVersion: version, reason: '调整', contacts });
  const event = requestEvent({ headers: { 'content-type': 'application/json' }, path: { id }, body });
  const requestContext = { ...event.requestContext, authorizer: { jwt: { claims } } };
  const answer = await handler({ ...event, routeKey, requestContext } as never, {} as Context);
  return { status: answer.statusCode, headers: {}, type: '', text: '', json: JSON.parse(answer.body ?? '') };
}

const PERSON = { role: 'handler', name: '甲', phone: '13900000001' };
const LEADER = { role: 'leader', name: '乙', phone: '13900000002' };
const PEOPLE = 'POST /v1/organs/{id}/people';

const COMMAND = 'POST /v1/cases/{id}/commands';
const county = CLAIMS;
const accept = (expectedVersion: number) => ({ body: { type: 'accept', expectedVersion } });

const failing = (): never => {
  throw new Error('no codes left');
};

const WAYS_TO: Readonly<Record<ProblemName, () => Promise<Sent>>> = {
  'broken-json': () => form('{"text":'),
  'invalid-request': () => form({ text: '' }),
  'invalid-idempotency-key': () => form({ text: '扰民' }, { 'idempotency-key': '钥匙' }),
  'unreadable-list': () => handList('序号,内容'),
  'too-many-rows': () => handList(`工单编号\n${'x\n'.repeat(1001)}`),
  'partner-revoked': () =>
    hand([order()], {}, { secrets: memorySecretEntries({ hotline: { secrets: [SECRET], revoked: true } }) }),
  'partner-not-permitted': () => hand([order()], { may: ['urge'] }),
  'unknown-external-id': () => hand([order({ type: 'complaint.urged', data: { externalId: 'E-0' } })]),
  'broken-message': () => wechat({ query: signedQuery('x'), body: '<xml><Encrypt>' }),
  'signature-invalid': () => wechat({ query: { ...signedQuery('x'), msg_signature: '0' }, body: envelope('x') }),
  'seal-invalid': () => sendSealed(wechatWorld(), messageXml(), { account: { ...ACCOUNT, appId: 'wxOther' } }),
  'plain-mode-refused': () => {
    const { signature, timestamp, nonce } = signedQuery('') as { signature: string; timestamp: string; nonce: string };
    return wechat({ query: { signature, timestamp, nonce }, body: messageXml() });
  },
  'no-organ': () => staff('GET /v1/cases', {}),
  'no-person': () => staff('GET /v1/cases', { ...county, name: ' ' }),
  'no-role': () => staff('GET /v1/cases', { ...county, role: 'intern' }),
  'not-your-role': () => staff('GET /v1/cases', { ...county, role: 'ops' }),
  'not-yours': () => staff('GET /v1/cases/{id}', { ...county, organ: 'neighbour' }),
  'not-your-organ': () => roster(PEOPLE, { ...county, organ: 'neighbour', role: 'head' }),
  'no-such-organ': () => roster(PEOPLE, { ...county, role: 'head' }, { id: 'nowhere' }),
  'stale-people': () => roster(PEOPLE, { ...county, role: 'head' }, { version: 7 }),
  'people-not-allowed': () => roster(PEOPLE, { ...county, role: 'head' }, { contacts: [LEADER] }),
  'unknown-route': () => send(describeApi([]), { method: 'GET' }),
  'no-such-complaint': () => {
    const { cases, vault: complaints } = newWorld();
    const handler = showProgress({
      cases,
      complaints,
      limits: memoryRateLimits(),
      policies,
      equalInConstantTime: (one, other) => one === other,
    });
    return send(handler, { method: 'GET', path: { receipt: 'QH-0000-0000-0000' } });
  },
  'not-recorded': async () => {
    const { call, receipt, access } = await office();
    access.put = async () => {
      throw new Error('the table is away');
    };
    const answer = await call(PRINT, { id: receipt });
    return { ...answer, type: String(answer.headers['content-type']) };
  },
  'not-counted': async () => {
    const world = newWorld();
    const { receipt, queryCode } = await world.complain('2026-06-01 10:00');
    const { site, equalInConstantTime } = pagesWorld();
    const handler = showProof({
      ...{ site, equalInConstantTime, sha256, complaints: world.vault },
      ...{ limits: memoryRateLimits(), ledgers: memoryLedgers() },
    });
    const headers = { 'x-query-code': queryCode };
    return send(handler, { method: 'GET', path: { receipt }, headers, at: Date.parse('2026-06-01T03:00:00.000Z') });
  },
  'unknown-case': () => staff('GET /v1/cases/{id}', county, { id: 'QH-0000-0000-0000' }),
  'no-such-attachment': () => staff('GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}', county),
  'no-such-paper': () => staff('GET /v1/cases/{id}/papers/{number}', county),
  'external-id-reused': () => hand([order(), order({ data: { externalId: 'E-1', text: '另一件事。' } })]),
  'stale-version': () => staff(COMMAND, county, accept(1)),
  'body-too-large': () => form({ text: '臭'.repeat(100_000) }),
  'unsupported-media-type': () => form('text=1', { 'content-type': 'text/plain' }),
  'idempotency-key-reused': async () => {
    const deps = intake();
    await form({ text: '扰民' }, { 'idempotency-key': 'k' }, deps);
    return form({ text: '另一件事' }, { 'idempotency-key': 'k' }, deps);
  },
  'unknown-type': () => hand([order({ type: 'complaint.archived' })]),
  'not-allowed': () => staff(COMMAND, county, accept(2)),
  'too-many-requests': () => {
    const limit = { name: 'client', key: '192.0.2.7', rule: { limit: 0, windowSeconds: 60 } };
    const work = async () => json(200, {});
    return send(
      answering((event) => withinLimit(limit, receivedAt(event), memoryRateLimits(), work)),
      {},
    );
  },
  'internal-error': () => form({ text: '扰民' }, {}, { ...intake(), newQueryCode: failing }),
};

const names = Object.keys(PROBLEMS) as ProblemName[];

describe('every problem that the API answers with', () => {
  it('has a way to it', () => expect(Object.keys(WAYS_TO).toSorted()).toEqual(names.toSorted()));

  it.each(names)('%s is brought about, with its own type, status and title', async (name) => {
    const { json } = await WAYS_TO[name]();
    expect(json).toMatchObject({ type: `urn:huiyin:problem:${name}`, ...PROBLEMS[name], traceId: expect.any(String) });
  });
});

describe('whoever sent what cannot be taken', () => {
  it.each([
    ['broken-json', '内容不完整，或者不是JSON'],
    ['invalid-idempotency-key', '应为1至128个可打印ASCII字符，不含空格，例如UUID'],
    ['unsupported-media-type', '应为application/json，UTF-8编码，不压缩'],
    ['body-too-large', '最多256 KB'],
    ['too-many-rows', '每份清单最多1000行'],
    ['idempotency-key-reused', '内容不同的，请换一个新的键；重发的，请发送同样的内容'],
    ['unknown-external-id', '请先报送该事项（complaint.submitted），再催办、退单或撤单'],
    ['too-many-requests', '请在60秒以后再试'],
  ] as const)('reads what would be: %s', async (name, detail) => {
    expect((await WAYS_TO[name]()).json).toMatchObject({ detail });
  });

  it('of another type reads which there are', async () => {
    const types =
      '不支持的类别，应为complaint.submitted、complaint.supplemented、complaint.urged、complaint.sent-back、complaint.withdrawn';
    expect((await WAYS_TO['unknown-type']()).json.errors).toEqual([{ pointer: '/type', detail: types }]);
  });

  it('reads where the JSON ends, and never what they sent', async () => {
    expect((await form('{"text":1,\n"phone":1x}')).json.detail).toBe('从第2行第10个字符起不是JSON');
    for (const body of ['{"phone":13900000001x}', '张三13900000001', ''])
      expect((await form(body)).text).not.toMatch(/1390|张三/);
  });
});
