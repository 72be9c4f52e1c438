import type { Outage } from '../../domain/notices/delivery/outage.ts';
import type { Outages } from '../../usecases/notices/transports/outages.ts';

/** What was seen of transports that are away, forgotten when the process ends. For tests. */
export function memoryOutages(): Outages {
  const seen = new Map<string, Outage>();
  return {
    of: async (transport) => seen.get(transport),
    async claimProbe(transport, known, now) {
      const { triedAt } = seen.get(transport) ?? known;
      if (triedAt !== known.triedAt) return false;
      seen.set(transport, { ...known, triedAt: now });
      return true;
    },
    async failed(transport, failure, counter) {
      const { failures, probes } = seen.get(transport) ?? { failures: 0, probes: 0 };
      const counted = { failures, probes };
      seen.set(transport, { ...failure, ...counted, [counter]: counted[counter] + 1 });
    },
    over: async (transport) => void seen.delete(transport),
  };
}
