import type { Outage } from '../../domain/notices/outage.ts';
import type { Outages } from '../../usecases/notices/outages.ts';

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
    async failed(transport, failure) {
      seen.set(transport, { ...failure, failures: (seen.get(transport)?.failures ?? 0) + 1 });
    },
    over: async (transport) => void seen.delete(transport),
  };
}
