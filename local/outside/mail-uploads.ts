import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import { putObject } from '../aws/s3-objects.ts';
import { admitSigned, type BucketListener } from '../aws/signed-requests.ts';
import type { SimulatedClock } from '../clock.ts';
import { readBody } from '../read-body.ts';
import { Refusal } from '../refusal.ts';

/** Longer than any upload that is offered. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Takes what is put to an address that the stack has signed, with the content that its headers tell. The embedded S3
 * takes 11 MB at most.
 */
export function mailUploads(listener: BucketListener, s3: S3Client, clock: SimulatedClock) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { key, headers } = admitSigned(request, listener, clock);
    const body = await readBody(request, MAX_BYTES);
    const checksum = createHash('sha256').update(body).digest('base64');
    if (checksum !== headers['x-amz-checksum-sha256']) throw new Refusal(400, 'BadDigest');
    await putObject(s3, { Bucket: listener.bucket, Key: key, ContentType: headers['content-type'] }, body);
    response.writeHead(200).end();
  };
}
