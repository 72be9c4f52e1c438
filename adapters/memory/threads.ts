import type { Instant } from '../../domain/calendar/day.ts';

/** Which mail belongs to which complaint, forgotten when the process ends. For tests. */
export function memoryThreads() {
  const receipts = new Map<string, string>();
  const plain = (messageId: string) => messageId.trim().replace(/^<|>$/g, '');
  return {
    async remember(messageId: string, receipt: string, _now: Instant): Promise<void> {
      if (!receipts.has(plain(messageId))) receipts.set(plain(messageId), receipt);
    },
    receiptOf: async (messageId: string): Promise<string | undefined> => receipts.get(plain(messageId)),
  };
}
