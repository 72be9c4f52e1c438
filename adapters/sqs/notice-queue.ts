import type { SQSClient } from '@aws-sdk/client-sqs';
import type { RelayEventDeps } from '../../usecases/notices/relay-event.ts';
import { sqsQueue } from './queue.ts';

/**
 * The queue that `deliver-notice` works off. Throws when any notice was refused: all are sent again, and known by their
 * ids.
 */
export function sqsNoticeQueue(client: SQSClient, queueUrl: string): RelayEventDeps['noticeQueue'] {
  const queue = sqsQueue(client, queueUrl);
  return {
    async send(notices) {
      const refused = await queue.sendAll(notices.map((notice) => JSON.stringify(notice)));
      if (refused.length > 0) throw new Error(`${refused.length} notices were refused by the queue`);
    },
  };
}
