import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoDueIndex, shardOf } from '../../adapters/dynamodb/due-index.ts';
import { median, milliseconds, type Row } from './row.ts';
import { type BenchTables, startTables } from './tables.ts';

const FEW = 1_000;
const DUE = 100;
const ROUNDS = 9;
const NOW = '2026-09-10T02:00:00.000Z';

/** How many open cases there are. */
export const MANY = Number(process.env.HUIYIN_BENCH_CASES ?? 100_000);

/**
 * What the sweep's search costs with a hundred cases due among very many open ones, against the same among few.
 * `HUIYIN_BENCH_CASES` sets how many.
 */
export async function measureSweep(assembly: string): Promise<Row[]> {
  const small = await sweepAmong(FEW, assembly);
  const large = await sweepAmong(MANY, assembly);
  return [
    {
      what: `sweep: items read to find ${DUE} due among ${MANY} open cases`,
      measured: `${large.scanned} items, ${large.units} read units`,
      baseline: `${small.scanned} items, ${small.units} read units among ${FEW}`,
      ratio: large.units / small.units,
      budget: 'reads only the due ones',
      met: large.scanned === DUE && large.found === DUE && large.units <= small.units,
    },
    {
      what: `sweep: time to find ${DUE} due among ${MANY} open cases`,
      measured: milliseconds(large.time),
      baseline: `${milliseconds(small.time)} among ${FEW}`,
      ratio: large.time / small.time,
      budget: 'none set',
    },
  ];
}

async function sweepAmong(open: number, assembly: string) {
  const tables = await startTables(assembly);
  try {
    await insertCases(tables, open);
    const { dueBy } = dynamoDueIndex(tables.client, tables.cases);
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      tables.costs.length = 0;
      const began = performance.now();
      found = (await dueBy(NOW, 500)).length;
      times.push(performance.now() - began);
    }
    const sum = (kind: 'units' | 'scanned') => tables.costs.reduce((total, cost) => total + cost[kind], 0);
    return { found, units: sum('units'), scanned: sum('scanned'), time: median(times) };
  } finally {
    tables.client.destroy();
    await tables.stop();
  }
}

/** Cases with a timer, as the due index sees them: the first hundred are due, the others within the next sixty days. */
function insertCases({ client, cases }: BenchTables, count: number): Promise<void> {
  return inBatches(count, async (first, howMany) => {
    const puts = Array.from({ length: howMany }, (_, index) => ({ PutRequest: { Item: openCase(first + index) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [cases]: puts } }));
  });
}

/** Inserts so many, twenty-five with each call and eight calls at once. */
export async function inBatches(
  count: number,
  insert: (first: number, howMany: number) => Promise<void>,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(count / 25) }, (_, index) => index * 25);
  const inserting = async () => {
    for (let first = batches.pop(); first !== undefined; first = batches.pop())
      await insert(first, Math.min(25, count - first));
  };
  await Promise.all(Array.from({ length: 8 }, inserting));
}

function openCase(n: number) {
  const id = `QH-${String(n).padStart(12, '0')}`;
  const minutes = n < DUE ? -n : 1 + ((n * 7919) % 86_400);
  const dueAt = new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
  return { pk: `CASE#${id}`, sk: 'CASE', id, duePk: shardOf(id), dueAt, status: 'registered' };
}
