import * as z from 'zod';
import { type SecretSource, secretReader } from '../secrets/secret.ts';
import type { AccessTokensDeps } from './access-token.ts';
import { agentIdIn, WechatApiSecret, WecomApiSecret, wechatAccount, wecomAccount } from './account.ts';

/** What a function is told of the province's accounts (lib/wechat-calls.ts). A province may have no WeCom. */
const Variables = z.object({
  WECHAT_API_BASE: z.string(),
  WECHAT_SECRET_NAME: z.string(),
  WECOM_API_BASE: z.string().optional(),
  WECOM_SECRET_NAME: z.string().optional(),
});

/** The accounts in whose name a function may call. Throws at start when it was not told of them. */
export function wechatAccounts(
  variables: unknown,
  secretSource: (name: string) => SecretSource,
  cache: AccessTokensDeps['cache'],
) {
  const { WECHAT_API_BASE, WECHAT_SECRET_NAME, WECOM_API_BASE, WECOM_SECRET_NAME } = Variables.parse(variables);
  const shared = { cache, now: () => new Date() };
  const secret = secretReader(secretSource(WECHAT_SECRET_NAME), WechatApiSecret);
  const wechat = wechatAccount({ ...shared, base: WECHAT_API_BASE, secret });
  if (WECOM_SECRET_NAME === undefined || WECOM_API_BASE === undefined) return { wechat };
  const wecomSecret = secretReader(secretSource(WECOM_SECRET_NAME), WecomApiSecret);
  const wecom = {
    api: wecomAccount({ ...shared, base: WECOM_API_BASE, secret: wecomSecret }),
    agentId: async () => agentIdIn(await wecomSecret()),
  };
  return { wechat, wecom };
}
