import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

export interface MovedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string | undefined;
}

/** A whole bucket, for who may read and fill all of it. Earlier versions of an object stay where they are. */
export function s3MovedBucket(client: S3Client, Bucket: string) {
  return {
    async *keys(): AsyncGenerator<string> {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key } of Contents) if (Key !== undefined) yield Key;
    },
    async read(Key: string): Promise<MovedFile> {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), mediaType: ContentType };
    },
    /** Puts a file under a key that is free; false where it is taken. */
    async put(Key: string, { bytes, mediaType }: MovedFile): Promise<boolean> {
      const object = {
        Bucket,
        Key,
        Body: bytes,
        IfNoneMatch: '*',
        ...(mediaType !== undefined && { ContentType: mediaType }),
      };
      try {
        await client.send(new PutObjectCommand(object));
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return false;
        throw error;
      }
    },
  };
}
