import { type AcceptComplaintDeps, TooLarge, type VaultItem } from '../../usecases/intake/accept-complaint.ts';
import type { FetchMediaDeps } from '../../usecases/intake/fetch-media.ts';
import type { KeepUploadDeps } from '../../usecases/intake/keep-upload.ts';

const MOST_BYTES = 400 * 1024;

/** A vault that forgets everything when the process ends. For tests. */
export function memoryVault() {
  const items = new Map<string, VaultItem>();
  const putIfAbsent: AcceptComplaintDeps['vault']['putIfAbsent'] = async (item) => {
    if (Buffer.byteLength(JSON.stringify(item)) > MOST_BYTES) throw new TooLarge();
    const stored = items.get(item.receipt) ?? item;
    items.set(item.receipt, stored);
    return stored;
  };
  const settleMedium: FetchMediaDeps['complaints']['settleMedium'] = async (receipt, index, mediaId, settlement) => {
    const item = items.get(receipt)!;
    const attachments = item.attachments.map((one, at) =>
      at === index && one.mediaId === mediaId && one.key === undefined ? { ...one, ...settlement } : one,
    );
    items.set(receipt, { ...item, attachments });
  };
  const noteNeverCame: KeepUploadDeps['vault']['noteNeverCame'] = async (receipt, index, key) => {
    const item = items.get(receipt)!;
    const attachments = item.attachments.map((one, at) =>
      at === index && one.key === key ? { ...one, lost: 'never-came' as const } : one,
    );
    items.set(receipt, { ...item, attachments });
  };
  return {
    noteNeverCame,
    putIfAbsent,
    isKnown: async (receipt: string) => items.has(receipt),
    findKept: async (receipt: string) => items.get(receipt),
    readComplaint: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { contact, original, sourceId, messageId, fingerprint, queryCode, answerBy, ...complaint } = item;
      return complaint;
    },
    readContact: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { contact, channel, queryCode, messageId, follows, order } = item;
      return { receipt, contact, channel, queryCode, messageId, follows, order };
    },
    readSender: async (receipt: string) => {
      const item = items.get(receipt);
      return item && { receipt, channel: item.channel, anonymous: item.anonymous, contact: item.contact };
    },
    readOrigin: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { receivedAt, anonymous, contact } = item;
      return { receipt, receivedAt, anonymous, contact };
    },
    readMedia: async (receipt: string) => {
      const item = items.get(receipt);
      return item && { receipt, channel: item.channel, attachments: item.attachments };
    },
    readEnclosures: async (receipt: string) => {
      const item = items.get(receipt);
      return item && { receipt, attachments: item.attachments, follows: item.follows };
    },
    settleMedium,
    readQuery: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { queryCode, receivedAt, answerBy, follows } = item;
      return { receipt, queryCode, receivedAt, answerBy, follows };
    },
    readWay: async (receipt: string) => {
      const item = items.get(receipt);
      if (!item) return undefined;
      const { channel, receivedAt, flags, partner, follows } = item;
      return { receipt, channel, receivedAt, flags, partner, follows };
    },
    /** 删除: what an administrator does at the end of the period of retention, or at the person's request. */
    erase: (receipt: string): void => void items.delete(receipt),
    all: (): VaultItem[] => [...items.values()],
  };
}
