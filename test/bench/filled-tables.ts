import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DescribeTableCommand, type TableDescription } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { openCase } from './open-cases.ts';
import { addToFile } from './table-file.ts';
import { type BenchTables, startTables } from './tables.ts';

export const FEW = 1_000;

/**
 * Asks the same among few open cases, put in by calls, and among so many, of which the others are laid into the file of
 * the table.
 */
export async function amongOpenCases<T>(
  count: number,
  assembly: string,
  ask: (tables: BenchTables) => Promise<T>,
): Promise<{ readonly few: T; readonly many: T }> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-cases-'));
  try {
    const { few, table } = await withTables(assembly, folder, async (tables) => {
      await putFew(tables);
      return { few: await ask(tables), table: await descriptionOf(tables) };
    });
    addToFile(folder, table, openCase(FEW - 1), casesFrom(FEW, count));
    const many = await withTables(assembly, folder, async (tables) => {
      await checkCase(count - 1, tables);
      return await ask(tables);
    });
    return { few, many };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withTables<T>(assembly: string, folder: string, work: (tables: BenchTables) => Promise<T>): Promise<T> {
  const tables = await startTables(assembly, folder);
  try {
    return await work(tables);
  } finally {
    tables.client.destroy();
    await tables.stop();
  }
}

async function putFew({ client, cases }: BenchTables): Promise<void> {
  for (let first = 0; first < FEW; first += 25) {
    const puts = Array.from({ length: 25 }, (_, at) => ({ PutRequest: { Item: openCase(first + at) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [cases]: puts } }));
  }
}

function* casesFrom(first: number, count: number): Generator<Record<string, unknown>> {
  for (let n = first; n < count; n += 1) yield openCase(n);
}

async function descriptionOf({ client, cases }: BenchTables): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: cases }));
  return Table!;
}

/** What lies in the file comes back as it was put there. */
async function checkCase(n: number, { client, cases }: BenchTables): Promise<void> {
  const last = openCase(n);
  const { Item } = await client.send(new GetCommand({ TableName: cases, Key: { pk: last.pk, sk: last.sk } }));
  if (!isDeepStrictEqual(Item, JSON.parse(JSON.stringify(last)))) throw new Error('the last case is not read as it is');
}
