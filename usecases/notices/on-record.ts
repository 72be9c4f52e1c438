import type { Notice } from '../../domain/notices/notice.ts';
import type { SendNoticeDeps } from './send-notice.ts';

interface NoticeQueue {
  send(notices: readonly Notice[]): Promise<void>;
}

/** A queue of notices that are on record before it has them: one that it loses or holds is found there, and taken again. */
export const onRecord = (queue: NoticeQueue, deliveries: Pick<SendNoticeDeps['deliveries'], 'claim'>): NoticeQueue => ({
  async send(notices) {
    await Promise.all(notices.map((notice) => deliveries.claim(notice, { id: 'queue', now: notice.at })));
    await queue.send(notices);
  },
});
