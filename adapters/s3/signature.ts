import { createHmac } from 'node:crypto';
import type { Instant } from '../../domain/calendar/day.ts';

export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly region: string;
}

/** Any client of AWS. */
export interface Signer {
  readonly config: {
    readonly credentials: () => Promise<Omit<SigningKey, 'region'>>;
    readonly region: () => Promise<string>;
  };
}

/** The right of whoever signs. */
export async function signingKeyOf({ config }: Signer): Promise<SigningKey> {
  return { ...(await config.credentials()), region: await config.region() };
}

/**
 * What AWS Signature Version 4 says of who signs and when, and the scope that its key is good for: that day, region and
 * service only.
 */
export function signedBy({ accessKeyId, sessionToken, region }: SigningKey, now: Instant, service = 's3') {
  const date = now.replace(/[-:]|\.\d{3}/g, '');
  const scope = [date.slice(0, 8), region, service, 'aws4_request'];
  const fields = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': [accessKeyId, ...scope].join('/'),
    'X-Amz-Date': date,
    ...(sessionToken !== undefined && { 'X-Amz-Security-Token': sessionToken }),
  };
  return { date, scope, fields };
}

/** The signature of a policy or of a request's digest. */
export function signatureOf(text: string, secretAccessKey: string, scope: readonly string[]): string {
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part).digest(), `AWS4${secretAccessKey}`);
  return hmac(key, text).digest('hex');
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text);
