import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { dayOf } from '../../domain/calendar/day.ts';
import type { Limits } from '../../domain/limit.ts';
import { sha256 } from './digest.ts';
import type { RequestLimit } from './limit.ts';
import { receivedAt } from './time.ts';

/** How often one client may do what within an hour; for a campus or a mobile network behind one address, and still too little to guess a query code. */
const PER_HOUR = { complaints: 120, queries: 300, uploads: 600 };

export interface WebLimitDeps {
  readonly limits: Limits;
  /** What the province says in place of the above. */
  readonly perHour?: { readonly [Use in keyof typeof PER_HOUR as `${Use}PerHour`]?: number | undefined } | undefined;
}

/** The limit that a request of the public pages, or of the API behind them, must keep. */
export function webLimit(
  use: keyof typeof PER_HOUR,
  event: APIGatewayProxyEventV2,
  { perHour }: WebLimitDeps,
): RequestLimit {
  const limit = perHour?.[`${use}PerHour`] ?? PER_HOUR[use];
  return { name: `web-${use}`, key: clientOf(event), rule: { limit, windowSeconds: 3_600 } };
}

/**
 * Who asks, as far as it may be known: 24 bits of a hash of the day and the network address. Some 256 addresses share each value, so it names nobody, and
 * two clients of one hour seldom meet. The lower half of an IPv6 address is left out: every phone has thousands of its own.
 */
function clientOf(event: APIGatewayProxyEventV2): string {
  return sha256(`${dayOf(receivedAt(event))} ${networkOf(event.requestContext.http.sourceIp)}`).slice(0, 6);
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = after === undefined ? [] : Array(Math.max(0, 8 - head!.length - tail!.length)).fill('0');
  return [...head!, ...zeros, ...tail!]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
