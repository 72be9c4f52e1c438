import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseStore, dynamoStoredEvents } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { writeNew } from '../new-file.ts';

/**
 * Writes the events of these cases as they lie in the table, one a line, and after those of each case its head. They hold
 * no word of a complainant, but what officers wrote: the file is its owner's alone. A case that there is not is told, with exit code 1.
 */
export async function exportRecord(file: string, caseIds: readonly string[], table: string): Promise<void> {
  const tables = dynamoTables();
  const cases = dynamoCaseStore(tables, table, AS_WRITTEN);
  const storedEvents = dynamoStoredEvents(tables, table);
  await writeNew(file, async (write) => {
    for (const caseId of caseIds) {
      const events: readonly object[] = await storedEvents(caseId);
      const head = (await cases.load(caseId))?.head;
      for (const event of events) write(event);
      if (head) write({ case: sha256(caseId), head: head.hash, seq: head.seq });
      const isThere = events.length > 0 || head !== undefined;
      console.log(isThere ? `${caseId}: ${events.length} events` : `${caseId}: no such case`);
      if (!isThere) process.exitCode = 1;
    }
  });
}
