import { IMPORTANCES } from '../../domain/notices/importance.ts';
import type { Delivery, NoticeHead } from '../../usecases/notices/delivery.ts';
import type { RetryAtNextAddressDeps } from '../../usecases/notices/retry-at-next-address.ts';
import type { SendWaitingDeps, WaitingNotice } from '../../usecases/notices/send-waiting.ts';

/** Deliveries that are forgotten when the process ends. For tests. */
export function memoryDeliveries(): SendWaitingDeps['deliveries'] &
  RetryAtNextAddressDeps['deliveries'] & { readonly byNotice: Map<string, Delivery> } {
  const byNotice = new Map<string, Delivery>();
  const heads = new Map<string, NoticeHead>();
  const rankOf = ({ delivery: { waiting }, notice: { at } }: WaitingNotice) =>
    `${IMPORTANCES.indexOf(waiting!.importance)}#${at}`;
  return {
    byNotice,
    async claim(notice, { id: claimedBy, now: claimedAt }) {
      const begun = { claimedBy, claimedAt, state: 'waiting' as const, attempts: [], version: 1 };
      const delivery = byNotice.get(notice.id) ?? begun;
      byNotice.set(notice.id, delivery);
      heads.set(notice.id, notice);
      return delivery;
    },
    read: async ({ id }) => byNotice.get(id),
    async change({ id }, before, after) {
      if (byNotice.get(id)?.version !== before.version) return false;
      byNotice.set(id, after);
      return true;
    },
    async *waiting() {
      const all = [...byNotice].map(([id, delivery]) => ({ notice: heads.get(id)!, delivery }));
      const waiting = all.filter(({ delivery }) => delivery.waiting !== undefined);
      yield waiting.toSorted((one, other) => rankOf(one).localeCompare(rankOf(other)));
    },
  };
}
