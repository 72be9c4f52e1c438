import { sha256 } from '../shared/digest.ts';
import { bodyBytes, requireMediaType } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { type RelayDeps, requireRelay } from '../shared/submission/webhook.ts';

export interface AcceptMailRelayDeps extends RelayDeps {
  readonly evidence: { put(key: string, bytes: Uint8Array, mediaType: string): Promise<void> };
}

/** A Lambda request holds 6 MB, in which the mail lies as base64. Longer mails reach us by the bucket. */
const MAX_BYTES = 4_500_000;

/**
 * POST /v1/channels/email: takes one raw mail from our relay into the evidence bucket; accept-email goes on from there.
 */
export const createHandler = ({ evidence, ...deps }: AcceptMailRelayDeps) =>
  answering(async (event) => {
    requireMediaType(event, 'message/rfc822');
    const body = bodyBytes(event, MAX_BYTES);
    await requireRelay(event, body, deps);
    const id = sha256(body);
    await evidence.put(`mail/relay/${id}`, body, 'message/rfc822');
    return json(202, { id });
  });
