import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { count } from '../count.ts';
import { receivedAt } from '../time.ts';
import type { Answer } from './http.ts';
import { Refusal } from './problem.ts';
import { withinLimit } from './rate-limit.ts';
import { type WebLimitDeps, webLimit } from './web-rate-limit.ts';

/** A refusal of a receipt and a query code that do not belong together, counted. */
export function queryRefused(): Refusal {
  count('QueryRefused');
  return new Refusal('no-such-complaint');
}

/**
 * Tells somebody who proved nothing so, as often as strangers of one network may try. Whoever has the right code is
 * never counted with them: 40 bits are safe without (docs/adr/0036).
 */
export function refuseStranger(
  event: APIGatewayProxyEventV2,
  deps: WebLimitDeps,
  tell: () => Answer = () => {
    throw queryRefused();
  },
): Promise<Answer> {
  return withinLimit(webLimit('queries', event, deps), receivedAt(event), deps.limits, async () => tell());
}
