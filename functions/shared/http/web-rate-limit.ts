import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { RateLimits } from '../../../domain/rate-limit.ts';
import { sha256 } from '../digest.ts';
import { receivedAt } from '../time.ts';
import { networksOf } from './network.ts';
import type { RequestLimit } from './rate-limit.ts';

/**
 * How often one network may do what within an hour. A campus, a dormitory or a mobile network is one address, and when
 * something explodes all of them write: so many complaints only a program sends. `queries` counts only those with a
 * wrong query code.
 */
export const PER_HOUR = { complaints: 6_000, queries: 300, uploads: 2_400 };

export const HOUR_SECONDS = 3_600;

export interface WebLimitDeps {
  readonly limits: RateLimits;
  /** What the province says in place of the above. */
  readonly perHour?: PerHour | undefined;
}

export type PerHour = { readonly [Use in keyof typeof PER_HOUR as `${Use}PerHour`]?: number | undefined };

/** The limit that a request of the public pages, or of the API behind them, must keep. */
export function webLimit(
  use: 'queries' | 'uploads',
  event: APIGatewayProxyEventV2,
  { perHour }: WebLimitDeps,
): RequestLimit {
  const limit = perHour?.[`${use}PerHour`] ?? PER_HOUR[use];
  return { name: `web-${use}`, key: clientsOf(event)[0]!, rule: { limit, windowSeconds: HOUR_SECONDS } };
}

/**
 * Who asks, as far as it may be known, the narrow network first: 24 bits of a hash of the day and the network. Some 256
 * addresses share each value, so it names nobody, and two clients of one hour seldom meet.
 */
export function clientsOf(event: APIGatewayProxyEventV2): string[] {
  const networks = networksOf(event.requestContext.http.sourceIp);
  return networks.map((network) => sha256(`${dayOf(receivedAt(event))} ${network}`).slice(0, 6));
}
