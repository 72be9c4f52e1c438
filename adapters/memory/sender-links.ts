import type { SenderLinks } from '../../usecases/history/link-senders.ts';

/** Links that are forgotten when the process ends. For tests. */
export function memorySenderLinks(): SenderLinks & {
  all(): ReadonlyMap<string, { at: string; hashes: readonly string[] }>;
} {
  const links = new Map<string, { at: string; hashes: readonly string[] }>();
  return {
    all: () => links,
    link: async (receipt, at, hashes) => void links.set(receipt, { at, hashes }),
    unlink: async (receipt) => void links.delete(receipt),
    async sameSender(receipt, since) {
      const own = links.get(receipt);
      const isSame = ({ hashes }: { hashes: readonly string[] }) => hashes.some((hash) => own?.hashes.includes(hash));
      return [...links].filter(([, link]) => link.at >= since && isSame(link)).map(([one]) => one);
    },
  };
}
