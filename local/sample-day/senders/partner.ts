import type { LocalStack } from '../../local-stack.ts';
import { webhookHeaders } from '../../outside/webhook-headers.ts';
import type { PartnerSample } from '../sample.ts';
import { receiptIn } from './answer.ts';

/** Hands the order over as the partner does, signed after Standard Webhooks. Answers the receipt. */
export async function sendPartner(
  { partner, order, at }: PartnerSample,
  { url, credentials, now }: Pick<LocalStack, 'url' | 'credentials' | 'now'>,
): Promise<string> {
  const body = JSON.stringify({ type: 'complaint.submitted', timestamp: `${at.padEnd(19, ':00')}+08:00`, data: order });
  const { secret } = credentials.partners[partner]!;
  const signed = webhookHeaders(Buffer.from(body), secret, `msg_${order.externalId}`, Date.parse(now()));
  const response = await fetch(`${url}/v1/channels/partners/${partner}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body,
  });
  return receiptIn(response);
}
