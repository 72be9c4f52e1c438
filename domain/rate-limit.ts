import type { Instant } from './calendar/day.ts';

/** How often something may happen: `limit` times in each window of so many seconds. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** What became of one attempt. A refused one is not counted. */
export interface Taken {
  readonly allowed: boolean;
  readonly limit: number;
  /** How many more are allowed in this window. */
  readonly remaining: number;
  /** When the next window begins; at least 1. */
  readonly resetSeconds: number;
}

/** Counts attempts under a key. Windows are fixed, so around the change of two of them twice the limit may pass. */
export interface RateLimits {
  take(key: string, rule: RateLimit, now: Instant): Promise<Taken>;
}

/** Counts what nobody may have to wait for. */
export interface Tally {
  /**
   * Counts one more. `known` is how many that makes in this window, as far as this process has heard: never too many,
   * and too few by what others have not told yet. `told` is done when they can hear of it, and never fails.
   */
  add(key: string, windowSeconds: number, now: Instant): { readonly known: number; readonly told: Promise<void> };
}

/** The window in which `now` lies: its number since 1970, and the seconds until the next one begins. */
export function windowAt(
  { windowSeconds }: Pick<RateLimit, 'windowSeconds'>,
  now: Instant,
): { number: number; resetSeconds: number } {
  const seconds = Date.parse(now) / 1000;
  const number = Math.floor(seconds / windowSeconds);
  return { number, resetSeconds: Math.max(1, Math.ceil((number + 1) * windowSeconds - seconds)) };
}
