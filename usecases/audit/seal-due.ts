import { daysOfLedger, type Ledger, type Seal } from '../../domain/audit/ledger.ts';
import { lastSealable, sealableFrom } from '../../domain/audit/sealing-time.ts';
import { addDays, type Day, type Instant } from '../../domain/calendar/day.ts';
import { type SealDaysDeps, sealDays } from './seal-days.ts';

export interface SealDueDeps extends Omit<SealDaysDeps, 'keep'> {
  readonly ledgers: {
    /** The latest day whose ledger is kept. */
    lastDay(): Promise<Day | undefined>;
    read(day: Day): Promise<Ledger | undefined>;
    readonly keep: SealDaysDeps['keep'];
  };
  /** Tells the auditor of a seal; said again, it is told once. */
  readonly tell: (seal: Seal) => Promise<void>;
}

export interface SealRun {
  readonly sealed: readonly Seal[];
  /** Nothing can be sealed before this instant. */
  readonly idleUntil: Instant;
}

/**
 * Seals every day that can be sealed by now and is not, those of an outage among them, and tells the auditor of each.
 * Run again, or twice at once, it changes nothing. The seal before is told once more: its run may have died in between.
 */
export async function sealDue(now: Instant, deps: SealDueDeps): Promise<SealRun> {
  const until = lastSealable(now);
  const idleUntil = sealableFrom(addDays(until, 1));
  const last = await deps.ledgers.lastDay();
  if (last !== undefined && last >= until) return { sealed: [], idleUntil };
  const before = last === undefined ? [] : await latest(last, deps);
  const sealed = await sealDays(until, before, { ...deps, keep: deps.ledgers.keep });
  for (const { seal } of [...before.slice(-1), ...sealed]) await deps.tell(seal);
  return { sealed: sealed.map(({ seal }) => seal), idleUntil };
}

/** As many as the next one looks back upon. */
async function latest(last: Day, { ledgers }: SealDueDeps): Promise<readonly Ledger[]> {
  const found = await Promise.all(daysOfLedger(last).map((day) => ledgers.read(day)));
  return found.flatMap((ledger) => ledger ?? []);
}
