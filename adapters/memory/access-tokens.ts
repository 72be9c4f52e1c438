import type { AccessToken, AccessTokensDeps } from '../wechat/access-token.ts';

/** A cache of access tokens that forgets everything when the process ends. For tests. */
export function memoryAccessTokens() {
  const tokens = new Map<string, AccessToken>();
  const cache: AccessTokensDeps['cache'] = {
    read: async (account) => tokens.get(account),
    write: async (account, token) => void tokens.set(account, token),
  };
  return { ...cache, tokens };
}
