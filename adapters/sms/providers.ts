import type * as z from 'zod';
import type { SmsProvider } from '../../config/schemas/sms.ts';
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
export const smsProviders = (providers: readonly SmsProvider[], surroundings: SmsSurroundings): readonly Provider[] =>
  providers.map((settings) => ({ name: settings.by, send: sendBy(settings, surroundings) }));

function sendBy(settings: SmsProvider, { secret, now, endpoint }: SmsSurroundings): Send {
  switch (settings.by) {
    case 'aliyun':
      return aliyunSms(
        { ...settings, endpoint: endpoint ?? settings.endpoint ?? ENDPOINTS.aliyun },
        keyOf(secret, 'aliyun'),
        now,
      );
    case 'tencent':
      return tencentSms(
        {
          ...settings,
          region: settings.region ?? 'ap-guangzhou',
          endpoint: endpoint ?? settings.endpoint ?? ENDPOINTS.tencent,
        },
        keyOf(secret, 'tencent'),
        now,
      );
    case 'sns':
      return whenAsked(async () => (await import('./sns.ts')).snsInRegion(settings));
  }
}

/** Loaded by the first message: hardly a province has it. */
function whenAsked(load: () => Promise<Send>): Send {
  let loaded: Promise<Send> | undefined;
  return async (...letter) => {
    loaded ??= load();
    return await (await loaded)(...letter);
  };
}
