import type { Sha256 } from '../../domain/audit/chain.ts';
import { daysWithEntriesOf, entryLine, type Ledger } from '../../domain/audit/ledger.ts';
import { type Proof, proofOf } from '../../domain/audit/proof.ts';
import { lastSealable, sealableFrom } from '../../domain/audit/sealing-time.ts';
import { addDays, type Day, dayOf, type Instant } from '../../domain/calendar/day.ts';
import { type CheckQueryCodeDeps, checkQueryCode, type Query } from './check-query-code.ts';

export interface ShowProofDeps extends CheckQueryCodeDeps {
  readonly ledgers: { read(day: Day): Promise<Ledger | undefined> };
  readonly sha256: Sha256;
}

/** Whether a complaint was counted. */
export type Counting =
  | { readonly kind: 'counted'; readonly proof: Proof }
  /** Not yet: from then on there may be a ledger in which it stands. */
  | { readonly kind: 'pending'; readonly receipt: string; readonly from: Instant }
  /** In none of the ledgers in which it could stand; it came before there were any, or something is wrong. */
  | { readonly kind: 'missing'; readonly receipt: string };

/** 计入证明, for whoever has receipt and query code; undefined for a receipt that does not exist as for a wrong code. */
export async function showProof(
  typedReceipt: string,
  typedCode: string,
  now: Instant,
  deps: ShowProofDeps,
): Promise<Counting | undefined> {
  const query = await checkQueryCode(typedReceipt, typedCode, deps);
  return query && (await countingOf(query, now, deps));
}

/** It stands in the ledger of the day on which it came, or of one soon after where the stream was late. */
async function countingOf(
  { receipt, receivedAt }: Query,
  now: Instant,
  { ledgers, sha256 }: ShowProofDeps,
): Promise<Counting> {
  const until = lastSealable(now);
  const days = daysWithEntriesOf(dayOf(receivedAt));
  const line = entryLine({ receipt }, sha256);
  for (const day of days.filter((one) => one <= until)) {
    const ledger = await ledgers.read(day);
    const proof = ledger?.entries.includes(line) ? proofOf(receipt, ledger, sha256) : undefined;
    if (proof) return { kind: 'counted', proof };
  }
  const isOpen = days.some((one) => one > until);
  return isOpen ? { kind: 'pending', receipt, from: sealableFrom(addDays(until, 1)) } : { kind: 'missing', receipt };
}
