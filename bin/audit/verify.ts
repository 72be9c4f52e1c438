import { sha256 } from '../../adapters/digest.ts';
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

/** Says of each case whether its record holds, and names the first broken event. The exit code is 1 where one does not. */
export function verify(files: readonly string[]): void {
  const { events, heads } = readRecord(files);
  const found = verifyRecord(events, heads, sha256);
  const broken = found.flatMap((one) => ('fault' in one ? one : []));
  for (const { caseId, seq, fault } of broken) console.log(`${caseId}: event ${seq} ${SAYING[fault]}`);
  console.log(`${found.length} cases, ${events.length} events: ${broken.length} broken`);
  if (broken.length > 0) process.exitCode = 1;
}
