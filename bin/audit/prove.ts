import { readFileSync } from 'node:fs';
import { sha256 } from '../../adapters/digest.ts';
import { checkProof, ProofSchema, proofOf } from '../../domain/audit/proof.ts';
import { normaliseReceipt } from '../../domain/receipt.ts';
import { jsonOf } from '../data-rows.ts';
import { ledgerInFile } from './ledgers.ts';

/** Prints the proof that a receipt stands in a ledger; says so and ends with 1 where it does not. */
export function printProof(file: string, typed: string): void {
  const receipt = normaliseReceipt(typed) ?? unusable(`${typed}: no receipt`);
  const ledger = ledgerInFile(file) ?? unusable(`${file}: no ledger`);
  const proof = proofOf(receipt, ledger, sha256);
  if (proof) console.log(JSON.stringify(proof));
  else console.error(`${receipt} does not stand in the ledger of ${ledger.seal.day}`);
  if (!proof) process.exitCode = 1;
}

/** Checks a proof without a network; with `kept`, against the hash of the seal that somebody kept. */
export function prove(file: string, kept: string | undefined): void {
  const proof = ProofSchema.safeParse(jsonOf(textOf(file))).data ?? unusable(`${file}: no proof`);
  const { holds, seal } = checkProof(proof, sha256);
  const { receipt } = proof;
  const { day } = proof.seal;
  const isKept = kept === undefined || kept === seal;
  if (!holds) console.log(`${receipt}: the proof does not lead to the root of ${day}`);
  else if (!isKept) console.log(`${receipt}: the seal of ${day} is not the one that was kept`);
  else
    console.log(
      `${receipt} was counted on ${day}; seal ${seal}${kept === undefined ? ': compare it with the one that was kept' : ''}`,
    );
  if (!holds || !isKept) process.exitCode = 1;
}

function unusable(fault: string): never {
  console.error(fault);
  process.exit(2);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return unusable(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
