import type * as z from 'zod';
import type { Sms } from '../../config/schemas/sms.ts';
import type { TextTemplates } from '../../domain/notices/text-message.ts';
import type { Send } from '../../usecases/notices/delivery.ts';
import type { Provider } from '../../usecases/notices/providers.ts';
import { keyOf } from '../secrets/key-of.ts';
import { aliyunSms } from './aliyun.ts';
import type { SmsSecret } from './sms-secret.ts';
import { tencentSms } from './tencent.ts';

export interface SmsSurroundings {
  readonly secret: () => Promise<z.output<typeof SmsSecret>>;
  readonly now: () => Date;
  /** Where calls go in place of the providers' own addresses. */
  readonly endpoint?: string | undefined;
}

const ENDPOINTS = { aliyun: 'https://dysmsapi.aliyuncs.com/', tencent: 'https://sms.tencentcloudapi.com/' };

/** Who sends the province's text messages, in its order. */
export const smsProviders = ({ providers, ...texts }: Sms, surroundings: SmsSurroundings): readonly Provider[] =>
  providers.map((settings) => ({ name: settings.by, send: sendBy(settings, texts, surroundings) }));

function sendBy(settings: Sms['providers'][number], texts: TextTemplates, surroundings: SmsSurroundings): Send {
  if (settings.by === 'sns') return whenAsked(async () => (await import('./sns.ts')).snsInRegion(texts));
  const { secret, now, endpoint = settings.endpoint ?? ENDPOINTS[settings.by] } = surroundings;
  const operator = { ...texts, codes: settings.codes, endpoint };
  if (settings.by === 'aliyun') return aliyunSms(operator, keyOf(secret, 'aliyun'), now);
  const { appId, region = 'ap-guangzhou' } = settings;
  return tencentSms({ ...operator, appId, region }, keyOf(secret, 'tencent'), now);
}

/** Loaded by the first message: hardly a province has it. */
function whenAsked(load: () => Promise<Send>): Send {
  let loaded: Promise<Send> | undefined;
  return async (...letter) => {
    loaded ??= load();
    return await (await loaded)(...letter);
  };
}
