import { createHmac } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/calendar/day.ts';

export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly region: string;
}

/** The right of the function that signs. */
export async function signingKeyOf({ config }: S3Client): Promise<SigningKey> {
  return { ...(await config.credentials()), region: await config.region() };
}

/**
 * What AWS Signature Version 4 says of who signs and when, and the scope that its key is good for: that day, region and
 * service only.
 */
export function signedBy({ accessKeyId, sessionToken, region }: SigningKey, now: Instant) {
  const date = now.replace(/[-:]|\.\d{3}/g, '');
  const scope = [date.slice(0, 8), region, 's3', 'aws4_request'];
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
