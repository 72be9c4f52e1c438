import { BEGINNING, type Sha256 } from '../../domain/audit/chain.ts';
import { faultInLedgers, type Ledger, type Seal, sealHash } from '../../domain/audit/ledger.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';

export interface CheckSealsDeps {
  readonly ledgers: { read(day: Day): Promise<Ledger | undefined> };
  readonly sha256: Sha256;
}

/** The seal of a day, reckoned anew from its entries. */
export interface CheckedSeal {
  readonly day: Day;
  /** None where the day was not sealed. */
  readonly seal?: Seal | undefined;
  /** By which the seal is known: it was told to the auditor when the day was sealed. */
  readonly hash?: string | undefined;
  /** `entries`: they are not those that were sealed; `order`: it does not follow the seal of the day before. */
  readonly fault?: 'entries' | 'order' | undefined;
}

/** 封存核对: each day from `from` to `until`, the earliest first, by itself and against the day before. */
export async function checkSeals(from: Day, until: Day, deps: CheckSealsDeps): Promise<readonly CheckedSeal[]> {
  const days: Day[] = [];
  for (let day = addDays(from, -1); day <= until; day = addDays(day, 1)) days.push(day);
  const ledgers = await Promise.all(days.map((day) => deps.ledgers.read(day)));
  return days.slice(1).map((day, index) => checked(day, ledgers[index + 1], ledgers[index], deps.sha256));
}

function checked(day: Day, ledger: Ledger | undefined, before: Ledger | undefined, sha256: Sha256): CheckedSeal {
  if (!ledger) return { day };
  const { seal } = ledger;
  const known = { day, seal, hash: sealHash(seal, sha256) };
  if (seal.day !== day || faultInLedgers([ledger], sha256)) return { ...known, fault: 'entries' };
  const previous = before ? sealHash(before.seal, sha256) : BEGINNING;
  return { ...known, fault: seal.previous === previous ? undefined : 'order' };
}
