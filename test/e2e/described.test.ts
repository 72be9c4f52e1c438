import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { signedHeaders } from '../support/signing.ts';
import { chatter, receiptIn } from './support/chats.ts';
import { askProgress, complain, echo, mail, sendOrder } from './support/citizens.ts';
import { type Answer, call, demoProvince } from './support/running.ts';
import { ask, close, command, look } from './support/staff.ts';

// Every operation of /openapi.json is asked once for what it is there for. The proxy of demoProvince holds request and
// answer against the description.

const stack = demoProvince('2026-09-10T02:00:00.000Z', { asleep: [] });

const FORM = { text: '禾阳市临禾区河道发黑发臭。', contact: { email: 'qian@citizen.example' } };
const LETTER = mail({ id: 'described-1', subject: '油烟扰民', body: '望海市望潮区大排档油烟直排。' });

async function complained(key = 'described'): Promise<{ receipt: string; queryCode: string }> {
  const { json } = await complain(stack(), FORM, { 'idempotency-key': key });
  await stack().drain();
  return json;
}

function signed(path: string, body: string | Buffer, mediaType: string, secret: string): Promise<Answer> {
  const at = Date.parse(stack().now());
  const headers = { 'content-type': mediaType, ...signedHeaders(body, { secret, at }) };
  return call(stack(), 'POST', path, { body: typeof body === 'string' ? body : Uint8Array.from(body), headers });
}

const toRelay = (path: string, body: string | Buffer, mediaType: string) =>
  signed(path, body, mediaType, stack().credentials.mailRelay.secret);

/** As the console of WeCom asks; the echo comes sealed. */
function echoOfWecom(): Promise<Answer> {
  const { corpId, ...keys } = stack().credentials.wecom!;
  const echostr = sealMessage('4242', { ...keys, appId: corpId });
  const [timestamp, nonce] = [String(Math.floor(Date.parse(stack().now()) / 1000)), '7'];
  const msg_signature = signatureOf([keys.token, timestamp, nonce, echostr]);
  const query = new URLSearchParams({ msg_signature, timestamp, nonce, echostr });
  return call(stack(), 'GET', `/v1/channels/wecom?${query}`);
}

const staff = async (path = '') => look(stack(), 'province', `/${(await complained()).receipt}${path}`);

const people = (path: string) => ask(stack(), 'county', 'GET', `/v1/organs/${tokenOrgan('county')}/people${path}`);

/** A case, and whose token is that of its lead; one of its own where what is done to it ends it. */
async function handled(key?: string) {
  const { receipt } = await complained(key);
  const { lead, version } = (await look(stack(), 'province', `/${receipt}`)).json;
  const role = (['province', 'city', 'county', 'urban'] as const).find((one) => tokenOrgan(one) === lead)!;
  return { receipt, version, role };
}

/** The letter to the department that a case was transferred to. */
async function transferred() {
  const { role, receipt, version } = await handled('described-transferred');
  const transfer = { type: 'transfer', department: '青禾省文化和旅游厅', explanation: '属文旅部门职责。' };
  await command(stack(), role, receipt, { ...transfer, expectedVersion: version });
  return look(stack(), role, `/${receipt}/papers/${version + 1}`);
}

/** A form for a document of the bureau. */
async function offered() {
  const { role, receipt } = await handled();
  const answer = await ask(stack(), role, 'POST', `/v1/cases/${receipt}/uploads`, {
    body: { mediaType: 'application/pdf' },
  });
  return { role, receipt, answer };
}

const WAYS: Readonly<Record<string, () => Promise<Answer | string>>> = {
  'POST /v1/complaints': () => complain(stack(), FORM),
  'POST /v1/uploads': () => call(stack(), 'POST', '/v1/uploads', { body: { mediaType: 'image/jpeg' } }),
  'GET /v1/complaints/{receipt}': async () => {
    const { receipt, queryCode } = await complained();
    return askProgress(stack(), receipt, queryCode);
  },
  'POST /v1/complaints/{receipt}/supplements': async () => {
    const { receipt, queryCode } = await complained();
    const headers = { 'x-query-code': queryCode };
    return call(stack(), 'POST', `/v1/complaints/${receipt}/supplements`, { body: { text: '昨夜又排了。' }, headers });
  },
  'POST /v1/complaints/{receipt}/rating': async () => {
    const { receipt, queryCode } = await complained();
    const { role, version } = await handled();
    await command(stack(), role, receipt, { type: 'accept', expectedVersion: version });
    await close(stack(), role, receipt, '经查属实，已责令改正并清理河道。');
    const headers = { 'x-query-code': queryCode };
    return call(stack(), 'POST', `/v1/complaints/${receipt}/rating`, { body: { grade: 'satisfied' }, headers });
  },
  'GET /v1/channels/wechat': () => echo(stack(), '4242'),
  'POST /v1/channels/wechat': () => chatter(stack, 'o_described').says('工地夜间施工噪声扰民，禾阳市穗安区。'),
  'GET /v1/channels/wecom': () => echoOfWecom(),
  'POST /v1/channels/wecom': () => chatter(stack, 'described', 'wecom').says('工地夜间施工噪声扰民，禾阳市穗安区。'),
  'POST /v1/channels/email': () => toRelay('/v1/channels/email', LETTER, 'message/rfc822'),
  'POST /v1/channels/email/uploads': () => {
    const sha256 = createHash('sha256').update(LETTER).digest('hex');
    return toRelay('/v1/channels/email/uploads', JSON.stringify({ bytes: LETTER.length, sha256 }), 'application/json');
  },
  'POST /v1/channels/partners/{partner}': () =>
    sendOrder(stack(), 'hotline-12345', { externalId: 'D-1', text: '餐馆油烟直排。' }),
  'POST /v1/channels/partners/{partner}/batches': () => {
    const { secret } = stack().credentials.partners['inspection-team']!;
    const list = '受理编号,交办批次,交办问题基本情况\nD-1,第一批,石材厂粉尘很大\n,第一批,没有编号\n';
    return signed('/v1/channels/partners/inspection-team/batches', list, 'text/csv', secret);
  },
  'GET /v1/cases': () => look(stack(), 'province', ''),
  'GET /v1/cases/export': () => look(stack(), 'province', '/export?scope=province'),
  'GET /v1/cases/{id}': () => staff(),
  'GET /v1/cases/{id}/events': () => staff('/events'),
  'GET /v1/cases/{id}/notices': () => staff('/notices'),
  'GET /v1/cases/{id}/complaints/{receipt}/attachments/{number}': async () => {
    const citizen = chatter(stack, 'o_described_photo');
    await citizen.shows('described-1');
    const receipt = receiptIn(await citizen.says('完成'));
    await stack().drain();
    return look(stack(), 'province', `/${receipt}/complaints/${receipt}/attachments/1`);
  },
  'POST /v1/cases/{id}/commands': async () => {
    const { role, receipt, version } = await handled('described-taken-up');
    return command(stack(), role, receipt, { type: 'accept', expectedVersion: version });
  },
  'GET /v1/cases/{id}/print': () => staff('/print'),
  'GET /v1/cases/{id}/documents': () => staff('/documents'),
  'GET /v1/cases/{id}/documents/{kind}': async () => {
    const { role, receipt, version } = await handled();
    await command(stack(), role, receipt, { type: 'accept', expectedVersion: version });
    return look(stack(), role, `/${receipt}/documents/accepted`);
  },
  'GET /v1/cases/{id}/papers/{number}': transferred,
  'GET /v1/cases/{id}/archive': () => staff('/archive'),
  'POST /v1/cases/{id}/uploads': async () => (await offered()).answer,
  'GET /v1/cases/{id}/materials/{number}': async () => {
    const { role, receipt, answer } = await offered();
    const form = new FormData();
    for (const [name, value] of Object.entries<string>(answer.json.fields)) form.set(name, value);
    form.set('file', new Blob(['%PDF-1.4 report'], { type: 'application/pdf' }), 'report.pdf');
    await fetch(answer.json.action, { method: 'POST', body: form });
    await stack().drain();
    const files = [{ key: answer.json.key, name: '检测报告.pdf' }];
    const { version } = (await staff()).json;
    const done = await command(stack(), role, receipt, { type: 'attach', files, expectedVersion: version });
    return done.status === 200 ? look(stack(), role, `/${receipt}/materials/1`) : done;
  },
  'POST /v1/cases/batch': async () => {
    const { role, receipt, version } = await handled();
    const cases = [{ id: receipt, expectedVersion: version }];
    const body = { cases, command: { type: 'distribute', officer: { sub: 'u-0043', name: '李和光' } } };
    return ask(stack(), role, 'POST', '/v1/cases/batch', { body, headers: { 'idempotency-key': 'described-batch' } });
  },
  'GET /v1/organs': () => ask(stack(), 'province', 'GET', '/v1/organs'),
  'POST /v1/officers/{sub}/hand-over': () => {
    const body = { to: { sub: 'nobody-yet', name: '李和光' }, reason: '休假' };
    return ask(stack(), 'province', 'POST', '/v1/officers/u-0042/hand-over', { body });
  },
  'POST /v1/cases/{id}/complainant': async () => {
    const { role, receipt } = await handled();
    return ask(stack(), role, 'POST', `/v1/cases/${receipt}/complainant`, { body: { reason: 'facts' } });
  },
  'GET /v1/organs/{id}/people': () => people(''),
  'GET /v1/organs/{id}/people/changes': () => people('/changes'),
  'POST /v1/organs/{id}/people': async () => {
    const { version, contacts } = (await people('')).json;
    const body = { expectedVersion: version, reason: '核对', contacts };
    return ask(stack(), 'county', 'POST', `/v1/organs/${tokenOrgan('county')}/people`, { body });
  },
  'POST /v1/organs/{id}/absences': async () => {
    const { version, contacts } = (await people('')).json;
    const [{ role, name }] = contacts;
    const times = { from: '2026-10-08T08:00:00+08:00', to: '2026-10-09T18:00:00+08:00' };
    const body = { expectedVersion: version, reason: '年休假', role, name, ...times };
    return ask(stack(), 'county', 'POST', `/v1/organs/${tokenOrgan('county')}/absences`, { body });
  },
  'POST /v1/organs/{id}/digests': async () => {
    const { version, contacts } = (await people('')).json;
    const [{ role, name }] = contacts;
    const body = { expectedVersion: version, role, name, digests: { weekly: 'none' } };
    return ask(stack(), 'county', 'POST', `/v1/organs/${tokenOrgan('county')}/digests`, { body });
  },
  'GET /v1/health': () => call(stack(), 'GET', '/v1/health'),
  'GET /openapi.json': () => call(stack(), 'GET', '/openapi.json'),
  'GET /v1/access': () => ask(stack(), 'province-auditor', 'GET', '/v1/access?sub=u-0042'),
  'GET /v1/complaints/{receipt}/proof': async () => {
    const { receipt, queryCode } = await complained();
    await stack().advanceTo(new Date(Date.parse(stack().now()) + 30 * 3_600_000).toISOString());
    return call(stack(), 'GET', `/v1/complaints/${receipt}/proof`, { headers: { 'x-query-code': queryCode } });
  },
};

/** The organ of whoever holds the local token of that role. */
function tokenOrgan(role: string): string {
  const [, claims = ''] = stack().credentials.staff[role]!.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).organ;
}

describe('every operation that /openapi.json describes', () => {
  it('is among these', async () => {
    const { paths } = (await call(stack(), 'GET', '/openapi.json')).json as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(WAYS).toSorted()).toEqual(described.toSorted());
  });

  it.each(Object.entries(WAYS))('%s does what it is there for', async (_, ask) => {
    const answer = await ask();
    // Who chats gets words, or nothing yet; the rest a status.
    if (typeof answer !== 'string') expect([200, 202], answer.text).toContain(answer.status);
  });
});
