import * as z from 'zod';
import { valuesSent } from '../../domain/notices/text-message.ts';
import type { Send } from '../../usecases/notices/delivery.ts';
import { type Patience, peersAnswer, TEN_SECONDS } from '../http/peers-answer.ts';
import { withoutKey } from '../secrets/key-of.ts';
import type { OperatorSettings } from './settings.ts';
import type { TencentKey } from './sms-secret.ts';
import { tc3Authorization } from './tc3.ts';
import { meaningOfTencent } from './tencent-codes.ts';

export interface TencentSettings extends OperatorSettings {
  readonly region: string;
  readonly appId: string;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';

/** HTTP 200 brings both an error of the call and one of a number. */
const Answer = z.object({
  Response: z.object({
    Error: z.object({ Code: z.string() }).optional(),
    SendStatusSet: z.array(z.object({ Code: z.string(), SerialNo: z.string().optional() })).optional(),
  }),
});

/**
 * Text messages by Tencent Cloud's SendSms (2021-01-11). Its templates count their values, so these go in the order of
 * the text. `now` dates the signature.
 */
export function tencentSms(
  settings: TencentSettings,
  key: () => Promise<TencentKey>,
  now: () => Date,
  patience: Patience = TEN_SECONDS,
): Send {
  return async ({ id, sms }, to) => {
    const values = valuesSent(sms, settings.templates);
    if (!values) return { kind: 'barred', reason: `no template for ${sms.use}` };
    const payload = JSON.stringify({
      PhoneNumberSet: [to.startsWith('+') ? to : `+86${to}`],
      SmsSdkAppId: settings.appId,
      SignName: settings.signName,
      TemplateId: settings.codes[sms.use],
      TemplateParamSet: values.map(([, value]) => value),
      SessionContext: id,
    });
    let headers: Record<string, string>;
    try {
      headers = signedHeaders(settings, payload, await key(), now());
    } catch (error) {
      return withoutKey(error);
    }
    const said = await peersAnswer({ url: settings.endpoint, headers, body: payload }, Answer, patience);
    return said.kind === 'answered' ? resultIn(said.answer) : said;
  };
}

function signedHeaders({ endpoint, region }: TencentSettings, payload: string, key: TencentKey, now: Date) {
  const { host } = new URL(endpoint);
  const timestamp = Math.floor(now.getTime() / 1000);
  const request = { service: 'sms', host, contentType: CONTENT_TYPE, payload, timestamp };
  return {
    authorization: tc3Authorization(request, key),
    'content-type': CONTENT_TYPE,
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': region,
    'x-tc-timestamp': String(timestamp),
  };
}

function resultIn({ Response: { Error: failure, SendStatusSet: [status] = [] } }: z.infer<typeof Answer>) {
  if (status?.Code === 'Ok') return { kind: 'sent', reference: status.SerialNo ?? '' } as const;
  const code = failure?.Code ?? status?.Code ?? 'no status';
  return { kind: meaningOfTencent(code), reason: code };
}
