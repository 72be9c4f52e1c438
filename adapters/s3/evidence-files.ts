import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { OpenAttachmentDeps } from '../../usecases/staff/open-attachment.ts';
import { s3Evidence } from './evidence.ts';
import { signingKeyOf } from './signature.ts';
import { signedUrl } from './signed-url.ts';

/** How long staff may take to follow the address. */
const SECONDS = 5 * 60;

/**
 * Signs addresses of evidence, in the right of the function that signs. Each gives one object, to be saved and never
 * shown in the page. `address` is the bucket's.
 */
export function s3EvidenceFiles(
  client: S3Client,
  { bucketName, address }: { readonly bucketName: string; readonly address: string },
): OpenAttachmentDeps['files'] {
  return {
    async addressOf(key, { fileName, mediaType }, now) {
      if (!(await isThere(client, bucketName, key))) return undefined;
      const parameters = {
        'response-cache-control': 'no-store',
        'response-content-disposition': `attachment; filename="${fileName}"`,
        'response-content-type': mediaType,
      };
      const request = { method: 'GET', url: new URL(key, address).href, headers: {}, parameters };
      return signedUrl(request, await signingKeyOf(client), { seconds: SECONDS, now });
    },
  };
}

/** Reads evidence whole. Undefined for what is not there, or not any more. */
export function s3FileReader(client: S3Client, bucketName: string) {
  return {
    async read(key: string): Promise<Uint8Array | undefined> {
      return (await isThere(client, bucketName, key)) ? await s3Evidence(client, bucketName).read(key) : undefined;
    },
  };
}

/** Whoever may not list a bucket is told of a missing object that it is forbidden: so both are taken for missing. */
async function isThere(client: S3Client, Bucket: string, Key: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket, Key }));
    return true;
  } catch (error) {
    const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
    if (status === 404 || status === 403) return false;
    throw error;
  }
}
