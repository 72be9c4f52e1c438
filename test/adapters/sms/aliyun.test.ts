import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { authorization, EMPTY_BODY, type SignedRequest } from '../../../adapters/sms/acs3.ts';
import { aliyunSms } from '../../../adapters/sms/aliyun.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { escalation } from '../../support/notices.ts';
import { CODES, TEXTS } from '../../support/peers/sms.ts';

const vectors = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'vectors.json');
const key = { accessKeyId: 'testId', accessKeySecret: 'testSecret' };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A service that answers every request alike; `hang up` breaks the line instead. */
async function service(answer: object | 'hang up' | 'no json', status = 200) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (answer === 'hang up') return void response.destroy();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(answer === 'no json' ? '<html>' : JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { requests, endpoint, send: senderTo(endpoint) };
}

function senderTo(endpoint: string, secret = async () => key) {
  const caller = { endpoint, key: secret, now: () => new Date('2026-10-08T01:00:00.123Z') };
  const sms = aliyunSms({ ...TEXTS, codes: CODES }, caller);
  return (notice: Notice = escalation()) => sms(notice, '13900000402', { now: notice.at });
}

const OK = { Code: 'OK', BizId: '900619746936498440^0', Message: 'OK' };

describe('a text message by Aliyun', () => {
  it('names its template and the values for it, each cut at twenty characters', async () => {
    const { requests, send } = await service(OK);
    const { values } = escalation().sms;
    const long = {
      ...escalation().sms,
      values: { ...values, matter: `${'长'.repeat(19)}𠮷尾`, place: '地'.repeat(30) },
    };

    expect(await send(escalation({ sms: long as Notice['sms'] }))).toEqual({ kind: 'sent', reference: OK.BizId });

    const query = new URL(requests[0]!.url!, 'http://sms').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      PhoneNumbers: '13900000402',
      SignName: '青禾生态环境',
      TemplateCode: 'SMS_990001',
      OutId: 'QH-7KX4-M9P2-Q3T8#5#city#leader#email',
    });
    expect(JSON.parse(query.get('TemplateParam')!)).toEqual({
      ...values,
      matter: '长'.repeat(19),
      place: '地'.repeat(20),
    });
  });

  it('goes to a complainant by their own template', async () => {
    const { requests, send } = await service(OK);
    await send(escalation({ sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } } }));
    expect(requests[0]!.url).toContain('TemplateCode=SMS_990002');
  });

  it('is signed over exactly what the service receives', async () => {
    const { requests, send } = await service(OK);
    await send();
    const { url, method, headers } = requests[0]!;
    const signed = [
      'host',
      'x-acs-action',
      'x-acs-content-sha256',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-version',
    ];
    const received = Object.fromEntries(signed.map((name) => [name, String(headers[name])]));
    expect(method).toBe('POST');
    expect(received).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-date': '2026-10-08T01:00:00Z' });
    expect(headers.authorization).toBe(
      authorization(
        { method: 'POST', path: '/', query: url!.slice(2), headers: received },
        key.accessKeyId,
        key.accessKeySecret,
      ),
    );
  });

  it('has another nonce each time', async () => {
    const { requests, send } = await service(OK);
    await Promise.all([send(), send(), send()]);
    expect(new Set(requests.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(3);
  });
});

describe('what becomes of a text message', () => {
  it.each([
    ['the service fails for now', { Code: 'ServiceUnavailable' }, 503, 'busy HTTP 503'],
    ['the service fails otherwise', { Code: 'InternalError' }, 500, 'unknown HTTP 500'],
    ['the answer is no JSON', 'no json', 200, 'unknown SyntaxError'],
    ['the line breaks', 'hang up', 200, 'unknown TypeError'],
  ] as const)('when %s', async (_, answer, status, expected) => {
    const { send } = await service(answer, status);
    const result = await send();
    expect(`${result.kind} ${'reason' in result ? result.reason : ''}`).toBe(expected);
  });

  it.each([
    // Of the number, or the words.
    ...[
      ['isv.MOBILE_NUMBER_ILLEGAL', 'refused'],
      ['isv.SMS_CONTENT_ILLEGAL', 'refused'],
      ['isv.BLACK_KEY_CONTROL_LIMIT', 'refused'],
      ['isv.PARAM_NOT_SUPPORT_URL', 'refused'],
    ],
    // Of our account, keys, signature, templates.
    ...[
      ['isv.AMOUNT_NOT_ENOUGH', 'barred'],
      ['isv.OUT_OF_SERVICE', 'barred'],
      ['isv.ACCOUNT_ABNORMAL', 'barred'],
      ['isv.PRODUCT_UN_SUBSCRIPT', 'barred'],
      ['isv.DAY_LIMIT_CONTROL', 'barred'],
      ['isv.SMS_SIGNATURE_ILLEGAL', 'barred'],
      ['isv.SMS_TEMPLATE_ILLEGAL', 'barred'],
      ['isv.TEMPLATE_MISSING_PARAMETERS', 'barred'],
      ['isp.RAM_PERMISSION_DENY', 'barred'],
      ['InvalidAccessKeyId.NotFound', 'barred'],
      ['InvalidAccessKeyId.Inactive', 'barred'],
      ['SignatureDoesNotMatch', 'barred'],
      ['InvalidTimeStamp.Expired', 'barred'],
      ['Forbidden.RAM', 'barred'],
    ],
    // Of the moment.
    ...[
      ['Throttling.User', 'busy'],
      ['Throttling.Api', 'busy'],
      ['isp.SYSTEM_ERROR', 'busy'],
      ['isp.GATEWAY_ERROR', 'busy'],
      ['SignatureNonceUsed', 'busy'],
    ],
    // Of this number today; and what we have never heard of.
    ...[
      ['isv.BUSINESS_LIMIT_CONTROL', 'later'],
      ['isv.BUSINESS_LIMIT_HOUR', 'later'],
      ['isv.NEW_RULE_OF_NEXT_YEAR', 'later'],
    ],
  ])('that is answered %s is %s', async (Code, kind) => {
    for (const status of [200, 400]) {
      const { send } = await service({ Code, Message: 'no' }, status);
      expect(await send()).toEqual({ kind, reason: Code });
    }
  });

  it('when nobody listens, is known not to have gone', async () => {
    const { endpoint } = await service(OK);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    expect(await senderTo(endpoint)()).toEqual({ kind: 'busy', reason: 'ECONNREFUSED' });
  });

  it('when the key cannot be read, is known not to have gone', async () => {
    const { requests, endpoint } = await service(OK);
    const away = () => Promise.reject(Object.assign(new Error('away'), { name: 'ThrottlingException' }));
    expect(await senderTo(endpoint, away)()).toEqual({ kind: 'busy', reason: 'ThrottlingException' });
    expect(requests).toEqual([]);
  });

  it('when the province has no template for it, waits for one without asking', async () => {
    const { requests, endpoint } = await service(OK);
    const caller = { endpoint, key: async () => key, now: () => new Date() };
    const sms = aliyunSms({ ...TEXTS, codes: CODES, templates: [] }, caller);
    expect(await sms(escalation(), '13900000402', { now: escalation().at })).toEqual({
      kind: 'barred',
      reason: 'no template for staff',
    });
    expect(requests).toEqual([]);
  });
});

describe('the signature of Aliyun, version 3', () => {
  it('is the one that openssl makes of the same text', () => {
    // printf of the seven lines of the canonical request, then of the text to sign, each through `openssl dgst
    // -sha256`.
    const headers = {
      host: 'sms.qinghe.example',
      'x-acs-action': 'SendSms',
      'x-acs-content-sha256': EMPTY_BODY,
      'x-acs-date': '2026-10-08T01:00:00Z',
      'x-acs-signature-nonce': 'n1',
      'x-acs-version': '2017-05-25',
    };
    const request: SignedRequest = { method: 'POST', path: '/', query: 'OutId=1&PhoneNumbers=139', headers };
    expect(authorization(request, 'testId', 'testSecret')).toBe(
      `ACS3-HMAC-SHA256 Credential=testId,SignedHeaders=${Object.keys(headers).join(';')},Signature=0de9dc86268dfa646c2ad56cfe5a28a37ac67eef68425a508cc0adf10d812782`,
    );
  });

  describe.skipIf(!existsSync(vectors))('with the vectors of ../shared/data', () => {
    it('is that of the manual', () => {
      const { aliyun_acs3 } = JSON.parse(readFileSync(vectors, 'utf8'));
      for (const { accessKeyId, secret, method, uri, query, headers, signature } of aliyun_acs3) {
        const request = { method, path: uri, query, headers };
        expect(authorization(request, accessKeyId, secret)).toContain(`,Signature=${signature}`);
      }
    });
  });
});
