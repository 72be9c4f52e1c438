import type { Foundation } from './foundation.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * Lets `caller` ask the province's WeChat account, and its WeCom corporation if it has one, by one shared access token
 * each.
 */
export function allowCallingWechat(caller: ServiceFunction, { province, secrets, correspondence }: Foundation): void {
  correspondence.usableBy(caller, 'TOKEN');
  secrets.readableBy(caller, 'wechat', 'WECHAT_SECRET_NAME');
  caller.addEnvironment('WECHAT_API_BASE', province.wechat.apiBase);
  if (!province.wecom) return;
  secrets.readableBy(caller, 'wecom', 'WECOM_SECRET_NAME');
  caller.addEnvironment('WECOM_API_BASE', province.wecom.apiBase);
}
