import type { Entry } from '../../domain/audit/ledger.ts';
import type { DayEntries } from '../../usecases/audit/enter-event.ts';

/** Entries of days that are forgotten when the process ends. For tests. */
export function memoryDayEntries(): DayEntries {
  const kept = new Map<string, Map<string, Entry>>();
  return {
    async put(day, entry) {
      const entries = kept.get(day) ?? new Map<string, Entry>();
      kept.set(day, entries);
      const key = 'receipt' in entry ? `RECEIPT#${entry.receipt}` : `HEAD#${entry.caseId}`;
      const before = entries.get(key);
      const isEarlier = before && 'seq' in before && 'seq' in entry && entry.seq < before.seq;
      if (!isEarlier) entries.set(key, entry);
    },
    async *of(day) {
      yield* kept.get(day)?.values() ?? [];
    },
  };
}
