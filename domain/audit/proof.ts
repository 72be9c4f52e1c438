import * as z from 'zod';
import type { Sha256 } from './chain.ts';
import { entryLine, type Ledger, leavesOf, SealLine, sealHash } from './ledger.ts';
import { leafHash, pathOf, rootBy } from './merkle.ts';

/** 计入证明: that a receipt stands in the ledger of a day. Whoever holds the seal's hash needs nothing else. */
export const ProofSchema = z.strictObject({
  receipt: z.string(),
  /** Place of its entry among those of the day, from 0. */
  index: z.int().min(0),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
  seal: SealLine,
});

export type Proof = Readonly<z.infer<typeof ProofSchema>>;

/** Undefined where the receipt does not stand in this ledger. */
export function proofOf(receipt: string, { seal, entries }: Ledger, sha256: Sha256): Proof | undefined {
  const index = entries.indexOf(entryLine({ receipt }, sha256));
  if (index < 0) return undefined;
  return { receipt, index, path: [...pathOf(index, leavesOf(entries, sha256), sha256)], seal };
}

/** Whether the proof leads to the root of its seal; and the hash of that seal, to be held against the one that was kept. */
export function checkProof({ receipt, index, path, seal }: Proof, sha256: Sha256): { holds: boolean; seal: string } {
  const leaf = leafHash(entryLine({ receipt }, sha256), sha256);
  const root = rootBy(leaf, { index, size: seal.entries, path }, sha256);
  return { holds: root === seal.root, seal: sealHash(seal, sha256) };
}
