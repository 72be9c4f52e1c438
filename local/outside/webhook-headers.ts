import { signatureOf } from '../../adapters/webhooks/standard-webhooks.ts';

/** What Standard Webhooks asks of whoever sends `body` as message `id` at that time (milliseconds). */
export function webhookHeaders(body: Uint8Array, secret: string, id: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = signatureOf(secret, id, timestamp, body);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
