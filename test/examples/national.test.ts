import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsFile } from '../../adapters/parquet/facts-file.ts';
import type { Fact } from '../../domain/facts/daily-facts.ts';
import { factsKey } from '../../domain/facts/facts-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'national-'));
const examples = join(import.meta.dirname, '../../examples/national');
const sqlOf = (name: string): string => readFileSync(join(examples, `${name}.sql`), 'utf8');

const fact = (changes: Partial<Fact>): Fact => ({
  ...{ occurredAt: '2026-11-20T02:00:00.123Z', caseHash: 'a', seq: 1, event: 'registered', channel: 'web' },
  ...{ types: ['噪声', '大气'], matter: 'construction-noise', urgency: 'normal', division: '320500' },
  ...{ lead: 'suzhou-ecology', status: 'registered', daysToAnswer: undefined, isPart: false },
  ...changes,
});

const closed = { event: 'closed', status: 'closed', seq: 2 };
const DAYS: Readonly<Record<string, readonly Fact[]>> = {
  'jiangsu 2026-11-20': [fact({}), fact({ caseHash: 'b', urgency: 'emergency', division: undefined })],
  'jiangsu 2026-11-21': [fact({ ...closed, occurredAt: '2026-11-21T03:00:00.000Z', daysToAnswer: 1 })],
  'jiangsu 2026-11-22': [],
  'jiangsu 2026-11-23': [
    fact({ caseHash: 'c', isPart: true }),
    fact({ ...closed, caseHash: 'c', isPart: true, daysToAnswer: 3 }),
  ],
  'yunnan 2026-11-30': [fact({ caseHash: 'a' })],
  'yunnan 2027-02-01': [fact({ ...closed, occurredAt: '2027-02-01T03:00:00.000Z', daysToAnswer: 63 })],
};

let ask: (sql: string) => Promise<readonly Record<string, unknown>[]>;
let end = () => {};
beforeAll(async () => {
  for (const [place, facts] of Object.entries(DAYS)) {
    const [province = '', day = ''] = place.split(' ');
    const file = join(folder, factsKey(province, day));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, factsFile(facts));
  }
  const connection = await (await DuckDBInstance.create()).connect();
  end = () => connection.closeSync();
  const files = `read_parquet('${folder}/facts/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)`;
  await connection.run(`CREATE VIEW facts AS SELECT * FROM ${files}`);
  ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
});
afterAll(() => {
  end();
  rmSync(folder, { recursive: true });
});

it('what came in is summed by province and month', async () => {
  expect(await ask(sqlOf('received'))).toEqual([
    { province: 'jiangsu', month: '2026-11', received: '2', emergencies: '1' },
    { province: 'yunnan', month: '2026-11', received: '1', emergencies: '0' },
  ]);
});

it('answers are summed with how long they took', async () => {
  expect(await ask(sqlOf('answered'))).toEqual([
    { province: 'jiangsu', month: '2026-11', answers: '1', mean_days: 1, after_sixty_days: '0' },
    { province: 'yunnan', month: '2027-02', answers: '1', mean_days: 63, after_sixty_days: '1' },
  ]);
});

it('each case is counted once, by what it is now, and cases of two provinces are two', async () => {
  expect(await ask(sqlOf('by-state'))).toEqual([
    { matter: 'construction-noise', status: 'closed', cases: '2' },
    { matter: 'construction-noise', status: 'registered', cases: '1' },
  ]);
});

it('columns, types and values come out as they went in, and are those of the table for Athena', async () => {
  const columns = await ask('DESCRIBE facts');
  const AS_ATHENA = { TIMESTAMP: 'timestamp', VARCHAR: 'string', INTEGER: 'int', BOOLEAN: 'boolean' } as const;
  const declared = [...sqlOf('athena-table').matchAll(/^ {2}(\w+) (timestamp|string|int|boolean),?$/gm)].map(
    ([, ...one]) => one,
  );
  const own = columns.filter(({ column_name: name }) => name !== 'province' && name !== 'dt');
  expect(own.map((one) => [one.column_name, AS_ATHENA[one.column_type as keyof typeof AS_ATHENA]])).toEqual(declared);
  const [first] = await ask(
    "SELECT occurred_at, types, division FROM facts WHERE dt = '2026-11-20' AND case_hash = 'b'",
  );
  expect(first).toEqual({ occurred_at: '2026-11-20 02:00:00.123', types: '噪声、大气', division: null });
});

it('the same facts are the same bytes', () => {
  const facts = DAYS['jiangsu 2026-11-20']!;
  expect(factsFile(structuredClone(facts))).toEqual(factsFile(facts));
});
