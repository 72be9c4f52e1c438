import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Notice } from '../../domain/notices/notice.ts';
import { valuesSent } from '../../domain/notices/text-message.ts';
import type { SendResult } from '../../usecases/notices/delivery.ts';
import { authorization, EMPTY_BODY } from './acs3.ts';
import { meaningOf } from './error-codes.ts';

export const SmsSecret = z.object({ accessKeyId: z.string(), accessKeySecret: z.string() });

export interface AliyunSettings {
  readonly endpoint: string;
  readonly signName: string;
  /** Approved template codes by what they are for. */
  readonly templates: readonly { readonly use: string; readonly code: string }[];
}

// The request never left.
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const Answer = z.object({ Code: z.string(), BizId: z.string().optional() });

/**
 * Text messages by Aliyun's SendSms (2017-05-25): AWS has no SMS in China. `now` dates the signature, which Aliyun
 * wants within 15 minutes.
 */
export function aliyunSms(settings: AliyunSettings, secret: () => Promise<z.infer<typeof SmsSecret>>, now: () => Date) {
  return async (notice: Notice, to: string): Promise<SendResult> => {
    const template = settings.templates.find(({ use }) => use === notice.sms.use);
    if (!template) return { kind: 'barred', reason: `no template for ${notice.sms.use}` };
    const url = new URL(settings.endpoint);
    const query = canonical({
      OutId: notice.id,
      PhoneNumbers: to,
      SignName: settings.signName,
      TemplateCode: template.code,
      TemplateParam: JSON.stringify(valuesSent(notice.sms)),
    });
    const headers = {
      host: url.host,
      'x-acs-action': 'SendSms',
      'x-acs-content-sha256': EMPTY_BODY,
      'x-acs-date': now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      'x-acs-signature-nonce': randomUUID(),
      'x-acs-version': '2017-05-25',
    };
    const request = { method: 'POST', path: '/', query, headers } as const;
    let signed: string;
    try {
      const { accessKeyId, accessKeySecret } = await secret();
      signed = authorization(request, accessKeyId, accessKeySecret);
    } catch (error) {
      return { kind: 'busy', reason: (error as Error).name };
    }
    return await post(`${url.origin}/?${query}`, { ...headers, authorization: signed });
  };
}

async function post(url: string, headers: Record<string, string>): Promise<SendResult> {
  try {
    const response = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(10_000) });
    // 503 alone says that nothing was done (RFC 9110, 15.6.4).
    if (response.status === 503) return { kind: 'busy', reason: 'HTTP 503' };
    if (response.status >= 500) return { kind: 'unknown', reason: `HTTP ${response.status}` };
    const { Code, BizId = '' } = Answer.parse(await response.json());
    return Code === 'OK' ? { kind: 'sent', reference: BizId } : { kind: meaningOf(Code), reason: Code };
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code !== undefined && NOT_REACHED.includes(code)) return { kind: 'busy', reason: code };
    return { kind: 'unknown', reason: (error as Error).name };
  }
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
