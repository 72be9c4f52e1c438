import type { Sha256 } from '../../domain/audit/chain.ts';
import { daysOfLedger, entryLine, type Ledger, ledgerOf } from '../../domain/audit/ledger.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import type { DayEntries } from './enter-event.ts';

export interface SealDaysDeps {
  readonly entries: Pick<DayEntries, 'of'>;
  /** Keeps the ledger of a day, and gives the one that stands: one that is there already is never written over. */
  readonly keep: (ledger: Ledger) => Promise<Ledger>;
  readonly sha256: Sha256;
}

/**
 * Seals every day after the last ledger up to `until`, in order; the first time that day alone. `before` are the latest
 * ledgers, in order: one for each of `daysOfLedger` is enough. Done before, it does nothing. An entry that comes late
 * stands in a later ledger.
 */
export async function sealDays(until: Day, before: readonly Ledger[], deps: SealDaysDeps): Promise<readonly Ledger[]> {
  const sealed: Ledger[] = [];
  const last = before.at(-1)?.seal.day;
  for (let day = last === undefined ? until : addDays(last, 1); day <= until; day = addDays(day, 1)) {
    const known = [...before, ...sealed].slice(-daysOfLedger(day).length);
    const ledger = ledgerOf(day, await linesFor(day, deps), known, deps.sha256);
    sealed.push(await deps.keep(ledger));
  }
  return sealed;
}

async function linesFor(day: Day, { entries, sha256 }: SealDaysDeps): Promise<string[]> {
  const linesOf = async (one: Day) => {
    const lines: string[] = [];
    for await (const entry of entries.of(one)) lines.push(entryLine(entry, sha256));
    return lines;
  };
  return (await Promise.all(daysOfLedger(day).map(linesOf))).flat();
}
