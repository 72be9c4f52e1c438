import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsQueue } from './queue.ts';

/**
 * Tells `clean-photo` which uploads a complaint names. Throws when any order was refused; ordered twice, an upload is
 * kept once. `receipt` is that of the complaint.
 */
export function sqsUploadOrders(client: SQSClient, queueUrl: string) {
  const queue = sqsQueue(client, queueUrl);
  return async (keys: readonly string[], receipt: string): Promise<void> => {
    const refused = await queue.sendAll(keys.map((upload) => JSON.stringify({ upload, receipt })));
    if (refused.length > 0) throw new Error(`${refused.length} uploads were refused by the queue`);
  };
}
