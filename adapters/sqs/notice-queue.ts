import type { SQSClient } from '@aws-sdk/client-sqs';
import { isPressing } from '../../domain/notices/importance.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { QueueRefused } from '../../usecases/notices/relaying/queue-refused.ts';
import type { RelayEventDeps } from '../../usecases/notices/relaying/relay-event.ts';
import { sqsQueue } from './queue.ts';

export interface NoticeQueueUrls {
  readonly ordinary: string;
  /** Of what is pressing (domain/notices/importance.ts). */
  readonly urgent: string;
}

/**
 * The two queues that `deliver-notice` works off; what is pressing is sent first. Throws QueueRefused when any notice was refused:
 * all are sent again, and known by their ids.
 */
export function sqsNoticeQueue(client: SQSClient, urls: NoticeQueueUrls): RelayEventDeps['noticeQueue'] {
  const [urgent, ordinary] = [sqsQueue(client, urls.urgent), sqsQueue(client, urls.ordinary)];
  const bodiesOf = (notices: readonly Notice[] = []) => notices.map((notice) => JSON.stringify(notice));
  return {
    async send(notices) {
      const { pressing, rest } = Object.groupBy(notices, (notice) => (isPressing(notice) ? 'pressing' : 'rest'));
      const refused = [...(await urgent.sendAll(bodiesOf(pressing))), ...(await ordinary.sendAll(bodiesOf(rest)))];
      if (refused.length > 0) throw new QueueRefused(`${refused.length} notices were refused`);
    },
  };
}
