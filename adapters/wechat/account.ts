import * as z from 'zod';
import { type AccessTokensDeps, accessTokens } from './access-token.ts';
import { ask, type Question, type WechatApi, wechatApi } from './api.ts';
import { NoAppSecret, WechatRefusal } from './refusal.ts';

/** The part of the secret `wechat` that it takes to call WeChat. Without `appSecret` nothing can be fetched or sent. */
export const WechatApiSecret = z.object({ appId: z.string(), appSecret: z.string().optional() });
/** Likewise of the secret `wecom`. */
export const WecomApiSecret = z.object({
  corpId: z.string(),
  corpSecret: z.string().optional(),
  agentId: z.int().optional(),
});

export interface AccountDeps<Secret> extends Pick<AccessTokensDeps, 'cache' | 'now'> {
  /** Where the addresses of all calls begin. */
  readonly base: string;
  readonly secret: () => Promise<Secret>;
}

/**
 * The province's Official Account. `stable_token` and not `token`: each that the latter gives out ends the one before.
 */
export function wechatAccount(deps: AccountDeps<z.infer<typeof WechatApiSecret>>): WechatApi {
  return accountNamed('wechat', deps, ({ appId, appSecret }) => ({
    method: 'POST',
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: appId, secret: given(appSecret), force_refresh: false },
  }));
}

/** The province's application in its WeCom corporation. */
export function wecomAccount(deps: AccountDeps<z.infer<typeof WecomApiSecret>>): WechatApi {
  return accountNamed('wecom', deps, ({ corpId, corpSecret }) => ({
    method: 'GET',
    path: '/cgi-bin/gettoken',
    query: { corpid: corpId, corpsecret: given(corpSecret) },
  }));
}

/** Which application of the corporation speaks. */
export const agentIdIn = ({ agentId }: z.infer<typeof WecomApiSecret>): number => given(agentId);

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NoAppSecret();
  return value;
}

const TokenAnswer = z.object({
  json: z.object({ access_token: z.string().min(1), expires_in: z.number().positive() }),
});

function accountNamed<Secret>(
  account: string,
  { base, secret, cache, now }: AccountDeps<Secret>,
  questionFor: (secret: Secret) => Question,
): WechatApi {
  const fetchToken = async () => {
    const question = questionFor(await secret());
    try {
      const { access_token, expires_in } = TokenAnswer.parse(await ask(base, question)).json;
      return { value: access_token, seconds: expires_in };
    } catch (error) {
      throw error instanceof WechatRefusal ? new WechatRefusal(error.errcode, true) : error;
    }
  };
  return wechatApi(base, accessTokens({ account, cache, fetchToken, now }));
}
