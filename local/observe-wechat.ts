import { readFields } from '../adapters/wechat/fields.ts';
import { openSeal } from '../adapters/wechat/seal.ts';
import type { Credentials } from './credentials.ts';
import type { WechatApi, WechatService } from './wechat-api.ts';

/** A request as far as it tells which message it brings. */
export interface HeardRequest {
  readonly rawPath: string;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/**
 * WeChat knows what it has brought us before we ask for it. So the local one listens at the door: the message, its seal taken off, tells whose
 * media it holds and who may be answered. What it cannot read, it did not send.
 */
export function wechatEars(api: WechatApi, { wechat, wecom }: Omit<Credentials, 'staff'>) {
  const keys = {
    wechat,
    ...(wecom && { wecom: { encodingAesKey: wecom.encodingAesKey, appId: wecom.corpId } }),
  };
  return ({ rawPath, body = '', isBase64Encoded }: HeardRequest): void => {
    const [, service] = /^\/v1\/channels\/(wechat|wecom)$/.exec(rawPath) ?? [];
    const seal = keys[service as WechatService];
    if (!seal || body === '') return;
    try {
      const fields = readFields(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
      const opened = fields.Encrypt === undefined ? undefined : openSeal(fields.Encrypt.trim(), seal);
      api.hear(service as WechatService, opened ? readFields(Buffer.from(opened).toString()) : fields);
    } catch {}
  };
}
