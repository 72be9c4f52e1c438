import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DescribeTableCommand, type TableDescription } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { listsAmong, ROLL_UPS, WORKLIST } from './lists.ts';
import { DUE, openCase } from './open-cases.ts';
import { milliseconds, type Row } from './row.ts';
import { sweepAmong } from './sweep.ts';
import { addToFile } from './table-file.ts';
import { type BenchTables, startTables } from './tables.ts';

const FEW = 1_000;
/** How many open cases there are. */
const MANY = Number(process.env.HUIYIN_BENCH_CASES ?? 1_000_000);
/** At most so much more than among few. */
const ALLOWED = 1.1;

interface Found {
  readonly sweep: Awaited<ReturnType<typeof sweepAmong>>;
  readonly worklist: number;
  readonly rollUps: number;
  /** The most that this process held while it asked, in MB. */
  readonly memory: number;
}

/**
 * What a sweep, the first page of a worklist and ten questions about the province cost among very many open cases,
 * against the same among few. `HUIYIN_BENCH_CASES` sets how many.
 */
export async function measureAmongCases(assembly: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-cases-'));
  try {
    const few = await withTables(assembly, folder, async (tables) => {
      await putFew(tables);
      return { found: await asked(tables), table: await descriptionOf(tables) };
    });
    addToFile(folder, few.table, openCase(FEW - 1), casesFrom(FEW));
    const many = await withTables(assembly, folder, async (tables) => {
      await checkLast(tables);
      return await asked(tables);
    });
    return rowsOf(few.found, many);
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

function* casesFrom(first: number): Generator<Record<string, unknown>> {
  for (let n = first; n < MANY; n += 1) yield openCase(n);
}

async function descriptionOf({ client, cases }: BenchTables): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: cases }));
  return Table!;
}

/** What lies in the file comes back as it was put there. */
async function checkLast({ client, cases }: BenchTables): Promise<void> {
  const last = openCase(MANY - 1);
  const { Item } = await client.send(new GetCommand({ TableName: cases, Key: { pk: last.pk, sk: last.sk } }));
  if (!isDeepStrictEqual(Item, JSON.parse(JSON.stringify(last)))) throw new Error('the last case is not read as it is');
}

async function asked(tables: BenchTables): Promise<Found> {
  await listsAmong(ROLL_UPS, 'province', tables);
  const before = process.memoryUsage().rss;
  const sweep = await sweepAmong(tables);
  const worklist = await listsAmong(WORKLIST, 'county', tables);
  const rollUps = await listsAmong(ROLL_UPS, 'province', tables);
  return { sweep, worklist, rollUps, memory: Math.max(0, process.memoryUsage().rss - before) / 2 ** 20 };
}

function rowsOf(few: Found, many: Found): Row[] {
  const units = (what: string, of: (found: Found) => number): Row => ({
    what: `${what} among ${MANY} open cases`,
    measured: `${of(many)} read units`,
    baseline: `${of(few)} among ${FEW}`,
    ratio: of(many) / of(few),
    budget: '≤ 1.1 ×',
    met: of(many) <= ALLOWED * of(few),
  });
  return [
    {
      ...units(`sweep: find ${DUE} due`, ({ sweep }) => sweep.units),
      met: few.sweep.isWhole && many.sweep.isWhole && many.sweep.scanned === few.sweep.scanned,
    },
    units('first page of a worklist', ({ worklist }) => worklist),
    units(`${ROLL_UPS.length} questions about the province`, ({ rollUps }) => rollUps),
    {
      what: 'memory that answering them took',
      measured: `${many.memory.toFixed(1)} MB more`,
      baseline: `${few.memory.toFixed(1)} MB more among ${FEW}`,
      budget: 'flat: ≤ 32 MB more',
      met: many.memory <= few.memory + 32,
    },
    {
      what: 'sweep: time',
      measured: milliseconds(many.sweep.time),
      baseline: `${milliseconds(few.sweep.time)} among ${FEW}`,
      ratio: many.sweep.time / few.sweep.time,
      budget: 'none set',
    },
  ];
}
