import type { Instant } from '../../../domain/calendar/day.ts';
import type { RateLimit, RateLimits, Taken } from '../../../domain/rate-limit.ts';
import { count } from '../count.ts';
import { logError } from '../log.ts';
import type { Answer } from './http.ts';
import { Refusal } from './problem.ts';

/** One limit that a request must keep. */
export interface RequestLimit {
  /** How the limit is called in the headers, such as "partner": lower-case letters and dashes. */
  readonly name: string;
  /** Whose requests are counted together. */
  readonly key: string;
  readonly rule: RateLimit;
}

/** For limits that cannot be counted: the request is let through, and somebody should know. */
export function limitUnavailable(error: unknown): void {
  logError('limit-unavailable', error);
  count('LimitUnavailable');
}

/** A refusal of whoever asks too often, counted; it says when to come back. */
export function tooManyRequests(resetSeconds: number): Refusal {
  count('RequestsLimited');
  const detail = `请在${resetSeconds}秒以后再试`;
  return new Refusal('too-many-requests', { detail, headers: { 'retry-after': String(resetSeconds) } });
}

/**
 * Does the work if its sender has not asked too often, else refuses it (429). Every answer, refusals included, says in
 * RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-11) what is left.
 */
export async function withinLimit(
  { name, key, rule }: RequestLimit,
  now: Instant,
  limits: RateLimits,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const taken = await limits.take(`${name}:${key}`, rule, now);
  return withHeaders(limitHeaders(name, rule, taken), async () => {
    if (!taken.allowed) throw tooManyRequests(taken.resetSeconds);
    return work();
  });
}

/** The answer of that work with those headers as well; its refusal, too. */
export async function withHeaders(
  headers: Readonly<Record<string, string>>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await work();
    return { ...answer, headers: { ...answer.headers, ...headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem, occurrence } = error;
    throw new Refusal(problem, { ...occurrence, headers: { ...occurrence.headers, ...headers } });
  }
}

/** What is left of a limit, as headers. */
export const limitHeaders = (
  name: string,
  { limit, windowSeconds }: RateLimit,
  { remaining, resetSeconds }: Pick<Taken, 'remaining' | 'resetSeconds'>,
) => ({
  'ratelimit-policy': `"${name}";q=${limit};w=${windowSeconds}`,
  ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
});
