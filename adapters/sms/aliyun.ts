import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { valuesSent } from '../../domain/notices/text-message.ts';
import type { Send } from '../../usecases/notices/delivery.ts';
import { type Patience, peersAnswer, TEN_SECONDS } from '../http/peers-answer.ts';
import { withoutKey } from '../secrets/key-of.ts';
import { authorization, EMPTY_BODY } from './acs3.ts';
import { meaningOf } from './aliyun-codes.ts';
import type { OperatorSettings } from './settings.ts';
import type { AliyunKey } from './sms-secret.ts';

const Answer = z.object({ Code: z.string(), BizId: z.string().optional() });

/** Text messages by Aliyun's SendSms (2017-05-25). `now` dates the signature, which Aliyun wants within 15 minutes. */
export function aliyunSms(
  settings: OperatorSettings,
  key: () => Promise<AliyunKey>,
  now: () => Date,
  patience: Patience = TEN_SECONDS,
): Send {
  return async ({ id, sms }, to) => {
    const values = valuesSent(sms, settings.templates);
    if (!values) return { kind: 'barred', reason: `no template for ${sms.use}` };
    const url = new URL(settings.endpoint);
    const query = canonical({
      OutId: id,
      PhoneNumbers: to,
      SignName: settings.signName,
      TemplateCode: settings.codes[sms.use],
      TemplateParam: JSON.stringify(Object.fromEntries(values)),
    });
    let headers: Record<string, string>;
    try {
      headers = signedHeaders(url.host, query, await key(), now());
    } catch (error) {
      return withoutKey(error);
    }
    const said = await peersAnswer({ url: `${url.origin}/?${query}`, headers }, Answer, patience);
    if (said.kind !== 'answered') return said;
    const { Code, BizId = '' } = said.answer;
    return Code === 'OK' ? { kind: 'sent', reference: BizId } : { kind: meaningOf(Code), reason: Code };
  };
}

function signedHeaders(host: string, query: string, { accessKeyId, accessKeySecret }: AliyunKey, now: Date) {
  const headers = {
    host,
    'x-acs-action': 'SendSms',
    'x-acs-content-sha256': EMPTY_BODY,
    'x-acs-date': now.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2017-05-25',
  };
  const request = { method: 'POST', path: '/', query, headers } as const;
  return { ...headers, authorization: authorization(request, accessKeyId, accessKeySecret) };
}

/** RFC 3986, sorted by name, as the signature wants it. */
function canonical(parameters: Record<string, string>): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return Object.keys(parameters)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`)
    .join('&');
}
