import type * as z from 'zod';
import { bodyBytes, requireMediaType } from '../shared/body.ts';
import { count } from '../shared/count.ts';
import { sha256 } from '../shared/digest.ts';
import { answering, json } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import type { IsSignedBy, WebhookSecrets } from '../shared/webhook.ts';

export interface AcceptMailRelayDeps {
  readonly relay: () => Promise<z.output<typeof WebhookSecrets>>;
  readonly isSignedBy: IsSignedBy;
  readonly evidence: { put(key: string, bytes: Uint8Array, mediaType: string): Promise<void> };
}

/** A Lambda request holds 6 MB, in which the mail lies as base64. Longer mails reach us by the bucket. */
const MAX_BYTES = 4_500_000;

/** POST /v1/channels/email: takes one raw mail from our relay into the evidence bucket; accept-email goes on from there. */
export const createHandler = ({ relay, isSignedBy, evidence }: AcceptMailRelayDeps) =>
  answering(async (event) => {
    requireMediaType(event, 'message/rfc822');
    const body = bodyBytes(event, MAX_BYTES);
    const { secrets } = await relay();
    if (!isSignedBy(secrets, { headers: event.headers, body }, event.requestContext.timeEpoch)) {
      count('SignatureRefused');
      throw new Refusal('signature-invalid');
    }
    const id = sha256(body);
    await evidence.put(`mail/relay/${id}`, body, 'message/rfc822');
    return json(202, { id });
  });
