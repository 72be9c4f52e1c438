import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** fauxqs takes 11 MB in one request. */
export const PART_BYTES = 8 * 1024 * 1024;

/** Puts an object of any length. */
export async function putObject(
  s3: S3Client,
  object: {
    readonly Bucket: string;
    readonly Key: string;
    readonly ContentType?: string | undefined;
    readonly Metadata?: Record<string, string>;
  },
  body: Buffer,
): Promise<void> {
  if (body.length <= PART_BYTES) {
    await s3.send(new PutObjectCommand({ ...object, Body: body }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
  const { Bucket, Key } = object;
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  for (let start = 0; start < body.length; start += PART_BYTES) {
    const PartNumber = Parts.length + 1;
    const Body = body.subarray(start, start + PART_BYTES);
    const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
}
