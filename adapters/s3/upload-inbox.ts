import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { Upload } from '../../usecases/intake/keep-upload.ts';

/** Where uploads wait as they came, until they are kept or forgotten; see lib/stores/upload-inbox.ts. */
export function s3UploadInbox(client: S3Client, bucketName: string) {
  async function read(key: string, range?: string): Promise<Upload | undefined> {
    try {
      const { Body, Metadata = {} } = await client.send(
        new GetObjectCommand({ Bucket: bucketName, Key: key, Range: range }),
      );
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes, receipt: Metadata.receipt, offeredUntil: Metadata['offered-until'] };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
  return {
    /** Undefined when there is none. */
    read: (key: string) => read(key),
    /** The same with its first bytes only: enough for what a photo says of itself. */
    peek: (key: string) => read(key, `bytes=0-${256 * 1024 - 1}`),
  };
}
