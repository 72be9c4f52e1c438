import type { SQSClient } from '@aws-sdk/client-sqs';
import { plainAddress } from '../../domain/mail.ts';
import type { BounceFromMailHostDeps } from '../../usecases/notices/receipts/bounce-from-mail-host.ts';
import { sha256 } from '../digest.ts';
import { sqsQueue } from './queue.ts';

/** The queue that `record-bounces` works off. The address goes there as its SHA-256 only. */
export function sqsReturnedNotices(client: SQSClient, queueUrl: string): BounceFromMailHostDeps['returned'] {
  const queue = sqsQueue(client, queueUrl);
  return async ({ noticeId, to }, isSuppressed) => {
    const returnedFrom = sha256(plainAddress(to));
    const [refused] = await queue.sendAll([JSON.stringify({ noticeId, returnedFrom, isSuppressed })]);
    if (refused !== undefined) throw new Error('the queue refused a notice that came back');
  };
}
