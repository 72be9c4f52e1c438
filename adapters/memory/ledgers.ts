import type { Ledger } from '../../domain/audit/ledger.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { SealDueDeps } from '../../usecases/audit/seal-due.ts';

/** Ledgers that are forgotten when the process ends. For tests. */
export function memoryLedgers(): SealDueDeps['ledgers'] & { all(): readonly Ledger[] } {
  const kept = new Map<Day, Ledger>();
  return {
    all: () => [...kept.values()],
    lastDay: async () => [...kept.keys()].toSorted().at(-1),
    read: async (day) => kept.get(day),
    async keep(ledger) {
      const { day } = ledger.seal;
      if (!kept.has(day)) kept.set(day, ledger);
      return kept.get(day)!;
    },
  };
}
