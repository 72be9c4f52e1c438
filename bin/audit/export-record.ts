import { closeSync, writeSync } from 'node:fs';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseStore, dynamoStoredEvents } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { openNew } from '../new-file.ts';

/**
 * Writes the events of these cases as they lie in the table, one a line, and after those of each case its head. They hold
 * no word of a complainant, but what officers wrote: the file is its owner's alone. A case that there is not is told, with exit code 1.
 */
export async function exportRecord(file: string, caseIds: readonly string[], table: string): Promise<void> {
  const tables = dynamoTables();
  const cases = dynamoCaseStore(tables, table, AS_WRITTEN);
  const storedEvents = dynamoStoredEvents(tables, table);
  const output = openNew(file);
  for (const caseId of caseIds) {
    const lines: object[] = [...(await storedEvents(caseId))];
    const head = (await cases.load(caseId))?.head;
    if (head) lines.push({ case: sha256(caseId), head: head.hash, seq: head.seq });
    for (const line of lines) writeSync(output, `${JSON.stringify(line)}\n`);
    console.log(lines.length === 0 ? `${caseId}: no such case` : `${caseId}: ${lines.length - (head ? 1 : 0)} events`);
    if (lines.length === 0) process.exitCode = 1;
  }
  closeSync(output);
}
