import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signed request as the Standard Webhooks specification has it; the body is the raw bytes. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

const TOLERANCE_SECONDS = 300;

// What is signed is joined by dots, so neither an id nor a time may hold one; parseInt would take "1763abc" for a time.
const ID = /^[\x21-\x2d\x2f-\x7e]{1,256}$/;
const TIMESTAMP = /^\d{1,12}$/;

/**
 * Whether one of the secrets ("whsec_" and base64) signed exactly these bytes within five minutes of `nowMs`, before or
 * after. Several secrets are live while a partner rotates; a request may carry several signatures for the same reason.
 */
export function isSignedBy(secrets: readonly string[], { headers, body }: SignedRequest, nowMs: number): boolean {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  if (!ID.test(id) || !TIMESTAMP.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const given = signaturesIn(headers['webhook-signature'] ?? '');
  const expected = secrets.map((secret) => signatureOf(secret, id, timestamp, body));
  return expected.some((right) => given.some((signature) => equalInConstantTime(signature, right)));
}

/** The symmetric signatures (v1) of the header; others, such as v1a, are passed over. */
function signaturesIn(header: string): string[] {
  const entries = header.split(' ').slice(0, 10);
  return entries.filter((entry) => entry.startsWith('v1,')).map((entry) => entry.slice(3));
}

/** Base64, without the "v1,": compared as text, for a lenient decoder takes several texts for one signature. */
export function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

function equalInConstantTime(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
