import { createHmac } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/calendar/day.ts';
import { MAX_UPLOAD_BYTES, type UploadForm, type UploadRule } from '../../domain/upload.ts';

/**
 * Forms by which a browser sends one file straight to the bucket, past Lambda's 6 MB: a policy signed by the function's own credentials
 * (AWS Signature Version 4, "Creating a POST policy"). S3 holds the sender to every field of it.
 */
export function s3UploadForms(client: S3Client, { bucketName, address }: { bucketName: string; address: string }) {
  return async (rule: UploadRule, now: Instant): Promise<UploadForm> => {
    const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
    const region = await client.config.region();
    const date = basicForm(now);
    const scope = [date.slice(0, 8), region, 's3', 'aws4_request'];
    const fields = {
      key: rule.key,
      'Content-Type': rule.mediaType,
      'x-amz-meta-offered-until': rule.until,
      ...(rule.receipt !== undefined && { 'x-amz-meta-receipt': rule.receipt }),
      ...(rule.returnTo !== undefined && { success_action_redirect: rule.returnTo }),
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': [accessKeyId, ...scope].join('/'),
      'X-Amz-Date': date,
      ...(sessionToken !== undefined && { 'X-Amz-Security-Token': sessionToken }),
    };
    const conditions = [
      { bucket: bucketName },
      ['content-length-range', 1, MAX_UPLOAD_BYTES],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ];
    const policy = Buffer.from(JSON.stringify({ expiration: rule.until, conditions })).toString('base64');
    return {
      action: address,
      fields: { ...fields, Policy: policy, 'X-Amz-Signature': signatureOf(policy, secretAccessKey, scope) },
    };
  };
}

/** The signature of a policy: HMAC under a key that is good for that day, region and service only. */
export function signatureOf(policy: string, secretAccessKey: string, scope: readonly string[]): string {
  let key: string | Buffer = `AWS4${secretAccessKey}`;
  for (const part of scope) key = createHmac('sha256', key).update(part).digest();
  return createHmac('sha256', key).update(policy).digest('hex');
}

/** "20261120T130300Z". */
const basicForm = (instant: Instant): string => instant.replace(/[-:]|\.\d{3}/g, '');
