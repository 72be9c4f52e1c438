import type { Notice } from '../../../domain/notices/notice.ts';
import { type ClaimDelivery, queued } from '../delivery/claim-delivery.ts';

interface NoticeQueue {
  send(notices: readonly Notice[]): Promise<void>;
}

/** A queue of notices that are on record before it has them: one that it loses or holds is found there, and taken again. */
export const recordedQueue = (queue: NoticeQueue, deliveries: ClaimDelivery): NoticeQueue => ({
  async send(notices) {
    await Promise.all(notices.map((notice) => deliveries.claim(notice, queued(notice))));
    await queue.send(notices);
  },
});
