import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { objectsIn } from '../shared/s3-notification.ts';

/** Sent when a complaint names an upload. */
const UploadOrder = z.object({ upload: z.string().startsWith('uploads/') });

/**
 * What a message of the queue `uploads` asks for: uploads that came (S3 says so), or one that a complaint names. Throws
 * what is permanent.
 */
export function uploadsIn({ body }: SQSRecord): { key: string; isClaimed: boolean }[] {
  const order = UploadOrder.safeParse(JSON.parse(body));
  if (order.success) return [{ key: order.data.upload, isClaimed: true }];
  return objectsIn(body).map(({ key }) => ({ key, isClaimed: false }));
}
