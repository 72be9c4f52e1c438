import type { AcceptComplaintDeps, VaultItem } from '../../usecases/accept-complaint.ts';

/** A vault that forgets everything when the process ends. For tests. */
export function memoryVault() {
  const items = new Map<string, VaultItem>();
  const putIfAbsent: AcceptComplaintDeps['vault']['putIfAbsent'] = async (item) => {
    const stored = items.get(item.receipt) ?? item;
    items.set(item.receipt, stored);
    return stored;
  };
  return {
    putIfAbsent,
    readComplaint: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { contact, original, sourceId, fingerprint, queryCode, answerBy, ...complaint } = item;
      return complaint;
    },
    readContact: async (receipt: string) => {
      const item = items.get(receipt);
      return item && { receipt, contact: item.contact, channel: item.channel };
    },
    readQuery: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { queryCode, receivedAt, answerBy, follows } = item;
      return { receipt, queryCode, receivedAt, answerBy, follows };
    },
    all: (): VaultItem[] => [...items.values()],
  };
}
