import { sha256 } from '../../adapters/digest.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { sealHash } from '../../domain/audit/ledger.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { sealDays } from '../../usecases/audit/seal-days.ts';
import { latestLedgers, writeLedger } from './ledgers.ts';

/** Seals every day up to `until` that the folder does not hold yet, and prints each seal's hash: that is to be kept. */
export async function seal(folder: string, until: Day, table: string): Promise<void> {
  const sealed = await sealDays(until, latestLedgers(folder), {
    entries: dynamoDayEntries(dynamoTables(), table),
    keep: async (ledger) => writeLedger(folder, ledger),
    sha256,
  });
  for (const { seal: one } of sealed) console.log(`${one.day} ${sealHash(one, sha256)} ${one.entries} entries`);
}
