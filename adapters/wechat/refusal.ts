/** What WeChat or WeCom answered instead of doing what was asked. They do so with HTTP 200 and an `errcode`. */
export class WechatRefusal extends Error {
  override readonly name = 'WechatRefusal';
  readonly errcode: number;
  /** Refused already when we asked for a token: nothing was asked for yet. */
  readonly ofToken: boolean;

  constructor(errcode: number, ofToken = false) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
    this.ofToken = ofToken;
  }
}

/** The token is not, or no longer, good. */
const BAD_TOKEN: readonly number[] = [40001, 40014, 42001];
/** The system is busy; the calls of this minute are used up. */
const BUSY: readonly number[] = [-1, 45011];
/** The calls of this day are used up. */
const DAY_IS_USED_UP = 45009;
/**
 * Only ops can help, so nothing is tried again: our address is not on the account's list (40164, at WeCom 60020), the
 * secret or the account's id is wrong (40125, 40013), the account has no right to this call (48001) or was barred
 * (50002).
 */
const BARRED: readonly number[] = [40164, 60020, 40125, 40013, 48001, 50002];

export const isBadToken = (errcode: number): boolean => BAD_TOKEN.includes(errcode);

/** What a refusal means for whoever asked: come again soon, tomorrow, once ops has done something, or not with this. */
export function meaningOf({ errcode, ofToken }: WechatRefusal): 'busy' | 'tomorrow' | 'barred' | 'refused' {
  if (BUSY.includes(errcode)) return 'busy';
  if (errcode === DAY_IS_USED_UP) return 'tomorrow';
  // A token that is refused although it is new: somebody else renews it, or it is about to be renewed.
  if (isBadToken(errcode) && !ofToken) return 'busy';
  return ofToken || BARRED.includes(errcode) ? 'barred' : 'refused';
}

/** The account's secret does not say how to call. */
export class NoAppSecret extends Error {
  override readonly name = 'NoAppSecret';
}

/** In the words of docs/runbook.md: an errcode, or the kind of the failure. */
export function reasonOf(error: Error): string {
  if (error instanceof WechatRefusal) return `errcode ${error.errcode}`;
  return error instanceof NoAppSecret ? 'no app secret' : error.name;
}
