import type { Instant } from '../../domain/calendar/day.ts';
import { plainMessageId } from '../../domain/mail.ts';

/** Which mail belongs to which complaint, forgotten when the process ends. For tests. */
export function memoryThreads() {
  const receipts = new Map<string, string>();
  return {
    async remember(messageId: string, receipt: string, _now: Instant): Promise<void> {
      if (!receipts.has(plainMessageId(messageId))) receipts.set(plainMessageId(messageId), receipt);
    },
    receiptOf: async (messageId: string): Promise<string | undefined> => receipts.get(plainMessageId(messageId)),
  };
}
