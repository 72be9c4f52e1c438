import type { Instant } from '../../domain/calendar/day.ts';

/** A secret: who has it, speaks for the account. Kept encrypted, never logged. */
export interface AccessToken {
  readonly value: string;
  readonly expiresAt: Instant;
}

export interface AccessTokensDeps {
  /** Whose token: it keeps those of several accounts apart. */
  readonly account: string;
  /** Shared by all functions; what is lost there is only fetched again. */
  readonly cache: {
    read(account: string): Promise<AccessToken | undefined>;
    write(account: string, token: AccessToken): Promise<void>;
  };
  /**
   * Asks WeChat. A token that is asked for again within its time stays the same one, so two who ask at once do no harm.
   */
  readonly fetchToken: () => Promise<{ readonly value: string; readonly seconds: number }>;
  readonly now: () => Date;
}

/** WeChat gives out the next token five minutes before the end of the last one, and takes both until then. */
const EARLY_MS = 240_000;

/** The access token of one account: from memory, else from the shared cache, else from WeChat. */
export function accessTokens({ account, cache, fetchToken, now }: AccessTokensDeps) {
  let held: AccessToken | undefined;

  const isFresh = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && Date.parse(token.expiresAt) - EARLY_MS > now().getTime();

  async function fetched(): Promise<AccessToken> {
    const { value, seconds } = await fetchToken();
    const token = { value, expiresAt: new Date(now().getTime() + seconds * 1000).toISOString() };
    await cache.write(account, token);
    return token;
  }

  async function otherThan(refused: string | undefined): Promise<string> {
    const shared = await cache.read(account);
    held = isFresh(shared) && shared.value !== refused ? shared : await fetched();
    return held.value;
  }

  return {
    current: async (): Promise<string> => (isFresh(held) ? held.value : await otherThan(undefined)),
    /**
     * After WeChat refused a token: forgets it, and takes what another function has put in its place, or asks once
     * more.
     */
    insteadOf: otherThan,
  };
}

export type AccessTokens = ReturnType<typeof accessTokens>;
