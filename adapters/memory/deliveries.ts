import type { RetryAtNextAddressDeps } from '../../usecases/notices/retry-at-next-address.ts';
import type { Delivery, SendNoticeDeps } from '../../usecases/notices/send-notice.ts';

/** Deliveries that are forgotten when the process ends. For tests. */
export function memoryDeliveries(): SendNoticeDeps['deliveries'] &
  RetryAtNextAddressDeps['deliveries'] & { readonly byNotice: Map<string, Delivery> } {
  const byNotice = new Map<string, Delivery>();
  return {
    byNotice,
    async claim({ id }, messageId) {
      const delivery = byNotice.get(id) ?? { claimedBy: messageId, state: 'waiting' as const, attempts: [] };
      byNotice.set(id, delivery);
      return delivery;
    },
    read: async ({ id }) => byNotice.get(id),
    async change({ id }, before, after) {
      const stored = byNotice.get(id);
      if (stored?.state !== before.state || stored.attempts.length !== before.attempts.length) return false;
      byNotice.set(id, after);
      return true;
    },
  };
}
