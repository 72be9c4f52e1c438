import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

/** What is kept of uploads, as whose media type; of that it is there alone, nothing of what is in it. */
export function s3KeptFiles(client: S3Client, Bucket: string) {
  return {
    /** Undefined when there is no such object: whoever may not list a bucket is told that it is forbidden. */
    async mediaTypeOf(Key: string): Promise<string | undefined> {
      try {
        const { ContentType = 'application/octet-stream' } = await client.send(new HeadObjectCommand({ Bucket, Key }));
        return ContentType;
      } catch (error) {
        const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
        if (status === 404 || status === 403) return undefined;
        throw error;
      }
    },
  };
}
