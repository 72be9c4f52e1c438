import { readFields } from '../../adapters/wechat/fields.ts';
import { openSeal } from '../../adapters/wechat/seal.ts';
import type { Credentials } from './credentials.ts';
import type { WechatApi, WechatService } from './wechat-api.ts';

/** A request as far as it tells which message it brings. */
export interface ObservedRequest {
  readonly rawPath: string;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/**
 * Shows the local WeChat each message that a request brings in its name, opened. From it the local WeChat knows whose
 * media it holds and who may be answered, as the real one does. A message that cannot be opened is passed over: the
 * real one did not send it.
 */
export function observeWechat(api: WechatApi, { wechat, wecom }: Omit<Credentials, 'staff' | 'people'>) {
  const keys = {
    wechat,
    ...(wecom && { wecom: { encodingAesKey: wecom.encodingAesKey, appId: wecom.corpId } }),
  };
  return ({ rawPath, body = '', isBase64Encoded }: ObservedRequest): void => {
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
