import type { Instant } from '../../domain/calendar/day.ts';
import type { LimitRule, Limits, Taken } from '../../domain/limit.ts';
import { count } from './count.ts';
import type { Answer } from './http.ts';
import { logError } from './log.ts';
import { Refusal } from './problem.ts';

/** One limit that a request must keep. */
export interface RequestLimit {
  /** How the limit is called in the headers, such as "partner": lower-case letters and dashes. */
  readonly name: string;
  /** Whose requests are counted together. */
  readonly key: string;
  readonly rule: LimitRule;
}

/** For limits that cannot be counted: the request is let through, and somebody should know. */
export function limitUnavailable(error: unknown): void {
  logError('limit-unavailable', error);
  count('LimitUnavailable');
}

/**
 * Does the work if its sender has not asked too often, else refuses it (429). Every answer, refusals included, says in RateLimit and
 * RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-11) what is left.
 */
export async function withinLimit(
  { name, key, rule }: RequestLimit,
  now: Instant,
  limits: Limits,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const taken = await limits.take(`${name}:${key}`, rule, now);
  const headers = limitHeaders(name, rule, taken);
  if (!taken.allowed) {
    count('RequestsLimited');
    throw new Refusal('too-many-requests', { headers: { ...headers, 'retry-after': String(taken.resetSeconds) } });
  }
  try {
    const answer = await work();
    return { ...answer, headers: { ...answer.headers, ...headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem, occurrence } = error;
    throw new Refusal(problem, { ...occurrence, headers: { ...occurrence.headers, ...headers } });
  }
}

const limitHeaders = (name: string, { limit, windowSeconds }: LimitRule, { remaining, resetSeconds }: Taken) => ({
  'ratelimit-policy': `"${name}";q=${limit};w=${windowSeconds}`,
  ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
});
