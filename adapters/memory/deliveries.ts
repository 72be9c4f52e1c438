import { looksAt } from '../../domain/notices/delivery/delivery-state.ts';
import { IMPORTANCES } from '../../domain/notices/importance.ts';
import { isMissed } from '../../domain/notices/lists/missed-notices.ts';
import { begun } from '../../usecases/notices/delivery/claim-delivery.ts';
import type { Delivery, KnownDelivery, NoticeHead } from '../../usecases/notices/delivery/delivery.ts';
import type { MissedNotices } from '../../usecases/notices/delivery/missed-notices.ts';
import type { ConfirmSentDeps } from '../../usecases/notices/receipts/confirm-sent.ts';
import type { HeedReceiptDeps } from '../../usecases/notices/receipts/heed-receipt.ts';
import type { ResumeStuckDeps } from '../../usecases/notices/sending/resume-stuck.ts';
import type { SendListsDeps } from '../../usecases/notices/sending/send-lists.ts';

/** Deliveries that are forgotten when the process ends. For tests. */
export function memoryDeliveries(): SendListsDeps['deliveries'] &
  HeedReceiptDeps['deliveries'] &
  ResumeStuckDeps['deliveries'] &
  ConfirmSentDeps['deliveries'] &
  MissedNotices & {
    readonly byNotice: Map<string, Delivery>;
    noticesOf(caseId: string): Promise<readonly KnownDelivery[]>;
  } {
  const byNotice = new Map<string, Delivery>();
  const heads = new Map<string, NoticeHead>();
  const rankOf = ({ delivery: { waiting }, notice: { at } }: KnownDelivery) =>
    `${IMPORTANCES.indexOf(waiting!.importance)}#${at}`;
  const all = () => [...byNotice].map(([id, delivery]) => ({ notice: heads.get(id)!, delivery }));
  const deferred = () =>
    all()
      .filter(({ delivery }) => delivery.waiting?.isPutBy)
      .toSorted((one, other) => one.delivery.waiting!.until.localeCompare(other.delivery.waiting!.until));
  return {
    byNotice,
    noticesOf: async (caseId) => all().filter(({ notice }) => notice.caseId === caseId),
    async claim(notice, holder) {
      const delivery = byNotice.get(notice.id) ?? begun(holder);
      byNotice.set(notice.id, delivery);
      heads.set(notice.id, notice);
      return delivery;
    },
    find: async ({ id }) => (byNotice.has(id) ? { notice: heads.get(id)!, delivery: byNotice.get(id)! } : undefined),
    async change({ id }, before, after) {
      if (byNotice.get(id)?.version !== before.version) return false;
      byNotice.set(id, after);
      return true;
    },
    deferredUntil: async (now) => deferred().filter(({ delivery }) => delivery.waiting!.until <= now),
    async *inHandSince(then) {
      yield all().filter(({ delivery: { state, waiting, claimedAt } }) => {
        return (state === 'waiting' || state === 'sending') && !waiting && claimedAt <= then;
      });
    },
    async *sentUntil(now) {
      yield all().filter(({ delivery: { state, attempts } }) => {
        const at = looksAt(state, attempts);
        return at !== undefined && at <= now;
      });
    },
    missedBetween: async (from, until) =>
      all().filter(({ delivery }) => {
        return isMissed(delivery) && from <= delivery.claimedAt && delivery.claimedAt < until;
      }),
    earliestDeferred: async () => deferred()[0]?.delivery.waiting?.until,
    async *waiting() {
      const waiting = all().filter(({ delivery }) => delivery.waiting && !delivery.waiting.isPutBy);
      yield waiting.toSorted((one, other) => rankOf(one).localeCompare(rankOf(other)));
    },
  };
}
