import { existsSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySecretEntries } from '../../../adapters/memory/secret-entries.ts';
import { providerKey } from '../../../adapters/secrets/provider-key.ts';
import type { TencentKey } from '../../../adapters/sms/sms-secret.ts';
import { type Tc3Request, tc3Authorization } from '../../../adapters/sms/tc3.ts';
import { tencentSms } from '../../../adapters/sms/tencent.ts';
import { meaningOfTencent } from '../../../adapters/sms/tencent-codes.ts';
import { escalation } from '../../support/notices.ts';
import { httpPeer } from '../../support/peers/peer.ts';
import { CODES, TEXTS } from '../../support/peers/sms.ts';

const vectors = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'vectors.json');
const KEY = { secretId: 'id', secretKey: 'secret' };
const OK = { Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: '2640:1' }] } };

async function service(answer: object = OK) {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  const { base, patience } = await httpPeer('takes', ({ headers }, body) => {
    heard.push({ headers, body });
    return { taken: true, body: answer };
  });
  const now = () => new Date('2026-10-08T01:00:00.900Z');
  const caller = { endpoint: base, region: 'ap-guangzhou', key: async () => KEY, now, patience };
  const send = tencentSms('1400000001', { ...TEXTS, codes: CODES }, caller);
  return { heard, send: () => send(escalation(), '13900000402', { now: escalation().at }) };
}

describe('a text message by Tencent', () => {
  it('gives the values in the order of the template, and comes back with our id', async () => {
    const { heard, send } = await service();
    expect(await send()).toEqual({ kind: 'sent', reference: '2640:1' });
    const { values } = escalation().sms as { values: Record<string, string> };
    expect(JSON.parse(heard[0]!.body)).toEqual({
      PhoneNumberSet: ['+8613900000402'],
      SmsSdkAppId: '1400000001',
      SignName: TEXTS.signName,
      TemplateId: 'SMS_990001',
      TemplateParamSet: ['kind', 'receipt', 'place', 'matter', 'duty', 'due', 'next'].map((name) => values[name]),
      SessionContext: escalation().id,
    });
  });

  it('is signed over exactly what the service receives', async () => {
    const { heard, send } = await service();
    await send();
    const { headers, body } = heard[0]!;
    const request: Tc3Request = {
      ...{ service: 'sms', host: headers.host!, contentType: headers['content-type']! },
      ...{ payload: body, timestamp: Number(headers['x-tc-timestamp']) },
    };
    expect(headers['x-tc-timestamp']).toBe('1791421200');
    expect(headers.authorization).toBe(tc3Authorization(request, KEY));
    expect([headers['x-tc-action'], headers['x-tc-version']]).toEqual(['SendSms', '2021-01-11']);
  });

  it.each([
    ['InvalidParameterValue.IncorrectPhoneNumber', 'refused'],
    ['FailedOperation.PhoneNumberInBlacklist', 'refused'],
    ['FailedOperation.ContainSensitiveWord', 'refused'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'barred'],
    ['FailedOperation.SignatureIncorrectOrUnapproved', 'barred'],
    ['AuthFailure.SignatureFailure', 'barred'],
    ['UnauthorizedOperation.RequestIpNotInWhitelist', 'barred'],
    ['RequestLimitExceeded', 'busy'],
    ['InternalError.OtherError', 'busy'],
    ['InternalError.Timeout', 'unknown'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'later'],
    ['LimitExceeded.NewRuleOfNextYear', 'later'],
  ])('that is answered %s is %s, be it of the call or of the number', async (Code, kind) => {
    expect(meaningOfTencent(Code)).toBe(kind);
    for (const answer of [{ Error: { Code, Message: 'no' } }, { SendStatusSet: [{ Code, Message: 'no' }] }]) {
      const { send } = await service({ Response: answer });
      expect(await send()).toEqual({ kind, reason: Code });
    }
  });

  it('waits for ops, unasked, where the secret names no key of Tencent', async () => {
    const key = providerKey(memorySecretEntries<{ tencent?: TencentKey }>({}), 'tencent');
    const caller = { endpoint: 'http://127.0.0.1:1/', region: 'x', key, now: () => new Date() };
    const send = tencentSms('1', { ...TEXTS, codes: CODES }, caller);
    expect(await send(escalation(), '13900000402', { now: escalation().at })).toEqual({
      kind: 'barred',
      reason: 'NoKey',
    });
  });
});

describe('the signature of Tencent Cloud, version 3', () => {
  it('is the one that openssl makes of the same text', () => {
    // The chain of four HMACs by `openssl dgst -sha256 -mac HMAC`, over the canonical request hashed by `openssl dgst`.
    const request = { service: 'sms', host: 'sms.qinghe.example', contentType: 'application/json', payload: '{"a":1}' };
    const signed = tc3Authorization({ ...request, timestamp: 1_790_000_000 }, KEY);
    expect(signed).toBe(
      'TC3-HMAC-SHA256 Credential=id/2026-09-21/sms/tc3_request, SignedHeaders=content-type;host, Signature=91ae299770b8b7a0775b1b53829e7c42e43520615c581c7fa69dff00a18cdadc',
    );
  });

  describe.skipIf(!existsSync(vectors))('with the vectors of ../shared/data', () => {
    it('is that of the manual', () => {
      const { tencent_tc3 } = JSON.parse(readFileSync(vectors, 'utf8'));
      for (const { secretId, secretKey, signature, ...request } of tencent_tc3)
        expect(tc3Authorization(request, { secretId, secretKey })).toContain(`, Signature=${signature}`);
    });
  });
});
