import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

type Metadata = Readonly<Record<string, string>>;

/** Raw mails and uploads, by key. */
export function s3Evidence(client: S3Client, bucketName: string) {
  const put = async (key: string, bytes: Uint8Array, mediaType: string, metadata: Metadata, IfNoneMatch?: '*') => {
    const object = { Bucket: bucketName, Key: key, Body: bytes, ContentType: mediaType, Metadata: metadata };
    await client.send(new PutObjectCommand({ ...object, IfNoneMatch }));
  };
  return {
    /** The same key again replaces the object; a versioned bucket keeps both. Metadata is ASCII. */
    put: (key: string, bytes: Uint8Array, mediaType: string, metadata: Metadata = {}): Promise<void> =>
      put(key, bytes, mediaType, metadata),
    /** The same key again leaves what is there: whoever has seen it sees the same again. */
    async putIfAbsent(key: string, bytes: Uint8Array, mediaType: string, metadata: Metadata = {}): Promise<void> {
      try {
        await put(key, bytes, mediaType, metadata, '*');
      } catch (error) {
        if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 412) throw error;
      }
    },
    /** Throws when there is none: of whoever may not list the bucket, S3 says that access is denied. */
    async read(key: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
  };
}
