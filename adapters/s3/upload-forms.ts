import type { S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/calendar/day.ts';
import { MAX_UPLOAD_BYTES, type UploadForm, type UploadRule } from '../../domain/upload.ts';
import { signatureOf, signedBy, signingKeyOf } from './signature.ts';

/**
 * Forms by which a browser sends one file straight to the bucket, past Lambda's 6 MB: a policy signed by the function's
 * own credentials (AWS Signature Version 4, "Creating a POST policy"). S3 holds the sender to every field of it.
 */
export function s3UploadForms(client: S3Client, { bucketName, address }: { bucketName: string; address: string }) {
  return async (rule: UploadRule, now: Instant): Promise<UploadForm> => {
    const key = await signingKeyOf(client);
    const signer = signedBy(key, now);
    const fields = {
      key: rule.key,
      'Content-Type': rule.mediaType,
      'x-amz-meta-offered-until': rule.until,
      ...(rule.receipt !== undefined && { 'x-amz-meta-receipt': rule.receipt }),
      ...(rule.returnTo !== undefined && { success_action_redirect: rule.returnTo }),
      ...signer.fields,
    };
    const conditions = [
      { bucket: bucketName },
      ['content-length-range', 1, MAX_UPLOAD_BYTES],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ];
    const policy = Buffer.from(JSON.stringify({ expiration: rule.until, conditions })).toString('base64');
    return {
      action: address,
      fields: { ...fields, Policy: policy, 'X-Amz-Signature': signatureOf(policy, key.secretAccessKey, signer.scope) },
    };
  };
}
