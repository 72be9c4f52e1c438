import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { objectsIn } from '../shared/event-sources/s3-notification.ts';

/** Sent when a complaint names an upload; those of the releases before 2026-12 do not say which. */
const UploadOrder = z.object({ upload: z.string().startsWith('uploads/'), receipt: z.string().optional() });

/**
 * What a message of the queue `uploads` asks for: uploads that came (S3 says so), or one that a complaint names. Throws
 * what is permanent.
 */
export function uploadsIn({ body }: SQSRecord): { key: string; isClaimed: boolean; namedBy?: string | undefined }[] {
  const order = UploadOrder.safeParse(JSON.parse(body));
  if (order.success) return [{ key: order.data.upload, isClaimed: true, namedBy: order.data.receipt }];
  return objectsIn(body).map(({ key }) => ({ key, isClaimed: false }));
}
