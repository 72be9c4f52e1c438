import { createHmac } from 'node:crypto';
import { NOW } from './intake.ts';

export const SECRET = `whsec_${Buffer.from('the secret of a partner, 32 byte').toString('base64')}`;

/** Headers as a Standard Webhooks sender makes them. */
export function signedHeaders(body: string | Uint8Array, { secret = SECRET, id = 'msg_1', at = NOW } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
