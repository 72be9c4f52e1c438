import { request as requestInClear } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import * as z from 'zod';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { GONE } from '../../usecases/notices/transports/send-callback.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { sha256 } from '../digest.ts';
import { type Patience, reasonNotReached } from '../http/outgoing-request.ts';
import { withoutKey } from '../secrets/provider-key.ts';
import { signatureOf } from '../webhooks/standard-webhooks.ts';
import { isPrivate, PrivateAddress, publicLookup } from './public-address.ts';

/** The secret `callbacks`: what signs for each partner; several while one replaces the other. */
export const CALLBACKS_SECRET = { schema: z.record(z.string(), z.object({ secrets: z.array(z.string()).min(1) })) };

export interface CallbackSettings {
  /** Where a partner is told; undefined where it is not. */
  readonly addressOf: (partner: string) => string | undefined;
  readonly secrets: () => Promise<SecretEntries<z.output<typeof CALLBACKS_SECRET.schema>>>;
  readonly now: () => Date;
  /** The local runner's partners are on this machine; all others on the public internet, and speak TLS. */
  readonly isLocal?: boolean | undefined;
  readonly patience?: Patience | undefined;
}

/** Standard Webhooks: a receiver has 15 to 30 seconds. */
const FIFTEEN_SECONDS: Patience = () => AbortSignal.timeout(15_000);

/**
 * Signed calls to the systems of partners, as Standard Webhooks has them: an address is the name of a partner, the body
 * is the text of the notice. The message id is made of the notice's, so that a call made again is known to be the same.
 */
export function partnerCallbacks(settings: CallbackSettings): Send {
  return async ({ id: noticeId, text }, partner) => {
    const address = settings.addressOf(partner);
    if (address === undefined) return { kind: 'no-address', reason: 'no callback in the province file' };
    const id = `msg_${sha256(noticeId).slice(0, 32)}`;
    const body = Buffer.from(text);
    let headers: Record<string, string>;
    try {
      const entry = (await settings.secrets()).of(partner);
      if (!entry) return { kind: 'barred', reason: 'no secret for this partner' };
      headers = signed(id, body, entry.secrets, settings.now());
    } catch (error) {
      return withoutKey(error);
    }
    return await statusOf(new URL(address), headers, body, settings).then(
      (status) => resultOf(status, id),
      resultAfter,
    );
  };
}

function signed(id: string, body: Uint8Array, secrets: readonly string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, id, timestamp, body)}`);
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

/** Only the status is read: a body may be as long and as slow as it likes. No redirect is followed. */
function statusOf(
  url: URL,
  headers: Record<string, string>,
  body: Uint8Array,
  { isLocal = false, patience = FIFTEEN_SECONDS }: CallbackSettings,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!isLocal && (url.protocol !== 'https:' || (isIP(host) > 0 && isPrivate(host))))
      return reject(new PrivateAddress());
    const options = { method: 'POST', headers, signal: patience(), ...(!isLocal && { lookup: publicLookup }) };
    const call = (url.protocol === 'https:' ? request : requestInClear)(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    call.on('error', reject);
    call.end(body);
  });
}

function resultOf(status: number, id: string): SendResult {
  if (status >= 200 && status < 300) return { kind: 'sent', reference: id };
  return { kind: status === 410 ? 'refused' : 'later', reason: status === 410 ? GONE : `HTTP ${status}` };
}

function resultAfter(error: Error): SendResult {
  if (error instanceof PrivateAddress) return { kind: 'refused', reason: error.name };
  const notReached = reasonNotReached(error);
  if (notReached) return { kind: 'later', reason: notReached };
  const { cause } = error as { cause?: { name?: string } };
  return { kind: 'unknown', reason: cause?.name ?? error.name };
}
