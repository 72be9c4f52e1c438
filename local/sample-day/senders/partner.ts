import { createHmac } from 'node:crypto';
import type { LocalStack } from '../../stack.ts';
import type { PartnerSample } from '../sample.ts';
import { receiptIn } from './answer.ts';

/** Hands the order over as the partner does, signed after Standard Webhooks. Answers the receipt. */
export async function sendPartner(
  { partner, order, at }: PartnerSample,
  { url, credentials, now }: Pick<LocalStack, 'url' | 'credentials' | 'now'>,
): Promise<string> {
  const body = JSON.stringify({ type: 'complaint.submitted', timestamp: `${at.padEnd(19, ':00')}+08:00`, data: order });
  const id = `msg_${order.externalId}`;
  const timestamp = String(Math.floor(Date.parse(now()) / 1000));
  const key = Buffer.from(credentials.partners[partner]!.secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const response = await fetch(`${url}/v1/channels/partners/${partner}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  return receiptIn(response);
}
