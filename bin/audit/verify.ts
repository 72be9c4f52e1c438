import { sha256 } from '../../adapters/digest.ts';
import { faultInLedgers, type Ledger, sealHash, uncountedIn } from '../../domain/audit/ledger.ts';
import type { BrokenChain } from '../../domain/audit/verify-chain.ts';
import { verifyRecord } from '../../domain/audit/verify-record.ts';
import { readRecord } from './read-record.ts';

const SAYING: Readonly<Record<BrokenChain['fault'], string>> = {
  missing: 'is missing',
  changed: 'does not say what it said when it was written',
  moved: 'was not written after the event before it: one of them is out of place',
  unlinked: 'bears no hash, and no later event vouches for it',
  rewritten: 'is not the one that was known: the record agrees with itself, but was written anew',
};

/**
 * Says of each case whether its record holds, and names the first broken event; of ledgers, the first that does not
 * hold, and each receipt that should stand there. `kept`: the hash of the last ledger's seal. The exit code is 1 where
 * anything does not hold, 2 where there is nothing to hold.
 */
export function verify(files: readonly string[], kept: string | undefined): void {
  const { events, heads, ledgers } = readRecord(files);
  if (events.length + heads.length + ledgers.length === 0) {
    console.error(`${files.join(', ')}: holds nothing that could be verified`);
    process.exit(2);
  }
  const found = verifyRecord(events, heads, sha256);
  const broken = found.flatMap((one) => ('fault' in one ? one : []));
  const faults = [
    ...broken.map(({ caseId, seq, fault }) => `${caseId}: event ${seq} ${SAYING[fault]}`),
    ...faultsIn(ledgers, kept),
    ...uncountedIn(events, ledgers, sha256).map((receipt) => `${receipt}: stands in none of these ledgers`),
  ];
  for (const fault of faults) console.log(fault);
  console.log(`${found.length} cases, ${events.length} events: ${broken.length} broken`);
  if (faults.length > 0) process.exitCode = 1;
}

function faultsIn(ledgers: readonly Ledger[], kept: string | undefined): string[] {
  const fault = faultInLedgers(ledgers, sha256);
  const last = ledgers.at(-1);
  if (fault?.fault === 'entries') return [`ledger of ${fault.day}: its entries are not those that were sealed`];
  if (fault) return [`ledger of ${fault.day}: it does not follow the one before it`];
  if (kept === undefined) return [];
  if (last === undefined) return ['there is no ledger whose seal could be the one that was kept'];
  return sealHash(last.seal, sha256) === kept
    ? []
    : [`ledger of ${last.seal.day}: its seal is not the one that was kept`];
}
