import type { Head, Sha256, StoredEvent } from './chain.ts';
import { type BrokenChain, verifyChain, type WholeChain } from './verify-chain.ts';

/** What was known of a case at some time, by the hash of its id: a ledger names no case. */
export interface KnownHead extends Head {
  /** SHA-256 of the case's id. */
  readonly case: string;
}

/**
 * Checks the records of many cases, each in the order in which its events stand, the cases in the order in which they
 * are met. Of a case with no event in `events` nothing is said, whatever `heads` knows.
 */
export function verifyRecord(
  events: readonly StoredEvent[],
  heads: readonly KnownHead[],
  sha256: Sha256,
): readonly (BrokenChain | WholeChain)[] {
  const known = Map.groupBy(heads, (head) => head.case);
  return [...Map.groupBy(events, ({ caseId }) => caseId)].map(([caseId, own]) =>
    verifyChain(caseId, own, known.get(sha256(caseId)) ?? [], sha256),
  );
}
