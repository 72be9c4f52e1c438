import type { S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/calendar/day.ts';
import { sha256 } from '../digest.ts';
import { type SigningKey, signatureOf, signedBy, signingKeyOf } from './signature.ts';

/** A request to S3 that carries its right in its address. */
export interface SignableRequest {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  /** Beside `host`; whoever sends the request must send exactly these. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the query, beside the signature's own. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** One object of known length and content, and nothing else. */
export interface MailUpload {
  readonly key: string;
  readonly bytes: number;
  /** Lower-case hexadecimal; S3 refuses other bytes. */
  readonly sha256: string;
}

/**
 * Signs addresses to which somebody else may put one raw mail, in the right of the function that signs. `address` is
 * the bucket's.
 */
export function s3MailUploads(client: S3Client, address: string) {
  return async ({ key, bytes, sha256 }: MailUpload, seconds: number, now: Instant) => {
    const headers = {
      'content-length': String(bytes),
      'content-type': 'message/rfc822',
      'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
    };
    const request = { method: 'PUT', url: new URL(key, address).href, headers };
    return { url: signedUrl(request, await signingKeyOf(client), { seconds, now }), headers };
  };
}

/**
 * AWS Signature Version 4 in the query ("Authenticating Requests: Using Query Parameters"), good for so many seconds
 * from `now`.
 */
export function signedUrl(
  { method, url, headers, parameters = {} }: SignableRequest,
  key: SigningKey,
  { seconds, now }: { readonly seconds: number; readonly now: Instant },
): string {
  const { host, pathname } = new URL(url);
  const { date, scope, fields } = signedBy(key, now);
  const signed = Object.entries({ host, ...headers }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const query = canonicalQuery({
    ...parameters,
    ...fields,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': names,
  });
  const lines = [method, pathname, query, ...signed.map((header) => header.join(':')), '', names, 'UNSIGNED-PAYLOAD'];
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(lines.join('\n'))].join('\n');
  return `${url}?${query}&X-Amz-Signature=${signatureOf(text, key.secretAccessKey, scope)}`;
}

function canonicalQuery(parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map((pair) => pair.map(encodeURIComponent).join('='));
  return pairs.toSorted().join('&');
}
