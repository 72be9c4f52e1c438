import type * as z from 'zod';
import type { Sms } from '../../config/schemas/sms.ts';
import type { TextTemplates } from '../../domain/notices/text-message.ts';
import type { Provider } from '../../usecases/notices/transports/providers.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { lazyTransport } from '../lazy-transport.ts';
import { providerKey } from '../secrets/provider-key.ts';
import { aliyunSms } from './aliyun.ts';
import { aliyunInquiry } from './aliyun-inquiry.ts';
import type { SMS_SECRET } from './sms-secret.ts';
import { tencentSms } from './tencent.ts';
import { tencentInquiry } from './tencent-inquiry.ts';

export interface SmsSurroundings {
  readonly secret: () => Promise<SecretEntries<z.output<typeof SMS_SECRET.schema>>>;
  readonly now: () => Date;
  /** Where calls go in place of the providers' own addresses. */
  readonly endpoint?: string | undefined;
}

const ENDPOINTS = { aliyun: 'https://dysmsapi.aliyuncs.com/', tencent: 'https://sms.tencentcloudapi.com/' };

/** Who sends the province's text messages, in its order. SNS cannot be asked what became of one. */
export const smsProviders = ({ providers, ...texts }: Sms, surroundings: SmsSurroundings): readonly Provider[] =>
  providers.map((settings) => ({ name: settings.by, ...providerBy(settings, texts, surroundings) }));

function providerBy(
  settings: Sms['providers'][number],
  texts: TextTemplates,
  { secret, now, endpoint }: SmsSurroundings,
): Omit<Provider, 'name'> {
  if (settings.by === 'sns') return { send: lazyTransport(async () => (await import('./sns.ts')).snsInRegion(texts)) };
  const operator = { ...texts, codes: settings.codes };
  const called = { now, endpoint: endpoint ?? settings.endpoint ?? ENDPOINTS[settings.by] };
  if (settings.by === 'aliyun') {
    const caller = { ...called, key: providerKey(secret, 'aliyun') };
    return { send: aliyunSms(operator, caller), inquire: aliyunInquiry(caller) };
  }
  const { appId, region = 'ap-guangzhou' } = settings;
  const caller = { ...called, region, key: providerKey(secret, 'tencent') };
  return { send: tencentSms(appId, operator, caller), inquire: tencentInquiry(appId, caller) };
}
