import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Raw mails and uploads, by key. */
export function s3Evidence(client: S3Client, bucketName: string) {
  return {
    /** The same key again replaces the object; a versioned bucket keeps both. Metadata is ASCII. */
    async put(
      key: string,
      bytes: Uint8Array,
      mediaType: string,
      metadata: Readonly<Record<string, string>> = {},
    ): Promise<void> {
      await client.send(
        new PutObjectCommand({ Bucket: bucketName, Key: key, Body: bytes, ContentType: mediaType, Metadata: metadata }),
      );
    },
    /** Throws NoSuchKey when there is none. */
    async read(key: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
  };
}
