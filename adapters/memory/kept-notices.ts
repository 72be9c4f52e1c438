import type { HandOver } from '../../domain/notices/delivery/hand-over.ts';
import type { KeptNotices } from '../../usecases/notices/delivery/kept-notices.ts';

/** What was handed to transports, forgotten when the process ends. For tests. */
export function memoryKeptNotices(): KeptNotices & { readonly all: () => readonly HandOver[] } {
  const byPlace = new Map<string, HandOver>();
  const all = () => [...byPlace.values()];
  return {
    keep: async (handOver) => void byPlace.set(`${handOver.noticeId}@${handOver.number}`, handOver),
    of: async (noticeId) =>
      all()
        .filter((one) => one.noticeId === noticeId)
        .toSorted((one, other) => one.number - other.number),
    ofCase: async (caseId) => all().filter(({ noticeId }) => noticeId.split('#')[0] === caseId),
    all,
  };
}
