import type { Head, Sha256, StoredEvent } from '../../domain/audit/chain.ts';
import { verifyRecord } from '../../domain/audit/verify-record.ts';

export interface VerifyChainsDeps {
  /** Every case with the head that its own item names; none for cases of before there were chains. */
  readonly heads: () => AsyncIterable<{ readonly caseId: string; readonly head: Head | undefined }>;
  readonly events: (caseId: string) => Promise<readonly StoredEvent[]>;
  readonly sha256: Sha256;
}

export interface VerifiedChains {
  readonly cases: number;
  /** Cases whose record does not hold. */
  readonly broken: readonly string[];
}

/** Checks the record of every case against its own hashes and against the head that its item names. */
export async function verifyChains({ heads, events, sha256 }: VerifyChainsDeps): Promise<VerifiedChains> {
  const broken: string[] = [];
  let cases = 0;
  for await (const { caseId, head } of heads()) {
    cases += 1;
    const known = head ? [{ case: sha256(caseId), ...head }] : [];
    const found = verifyRecord(await events(caseId), known, sha256);
    if (found.length !== 1 || found.some((one) => 'fault' in one)) broken.push(caseId);
  }
  return { cases, broken };
}
