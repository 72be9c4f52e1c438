import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDayEntries } from '../../../adapters/dynamodb/cases/day-entries.ts';
import { orderIn } from '../../../bin/ops/commands.ts';
import type { OpsStack } from '../../../bin/ops/connect.ts';
import { factsCommand } from '../../../bin/ops/facts.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { registration } from '../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const { service } = dynamoDbForTests();
const folder = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const KEY = 'facts/province=demo/dt=2026-11-26/events.parquet';

/** What was put into buckets. */
const objects: { readonly Bucket?: string; readonly Key?: string; readonly Body?: Uint8Array }[] = [];

const run = (to: string, day?: string) => {
  if (!('run' in factsCommand)) throw new Error('facts works on a stack');
  const stack = {
    ...{ now: beijing('2026-11-27 01:30'), tables: service.tables, stores: { CASE_TABLE_NAME: 'facts' } },
    ...{
      config: { settings: { id: 'demo' }, organs: [] },
      s3: { send: async ({ input }: { input: object }) => objects.push(input) },
    },
  };
  return factsCommand.run({ values: { day }, positionals: [to] }, stack as unknown as OpsStack);
};

beforeAll(async () => {
  await createCaseTable(service.tables, 'facts');
  const at = beijing('2026-11-26 10:00');
  const command = { type: 'register', registration: registration(at, { receipt: 'QH-1' }) } as const;
  await commandCase('QH-1', command, contextAt(at), dynamoCaseStore(service.tables, 'facts', AS_WRITTEN));
  await dynamoDayEntries(service.tables, 'facts').put('2026-11-26', { caseId: 'QH-1', seq: 1, hash: 'a'.repeat(64) });
});

it('yesterday is written where national sums look for it, into a folder and into a bucket the same', async () => {
  const { lines } = await run(folder);
  expect(lines).toEqual([expect.stringMatching(`^${KEY}：1条，SHA-256 [0-9a-f]{64}$`)]);
  await run('s3://national');
  expect(objects).toEqual([{ Bucket: 'national', Key: KEY, Body: new Uint8Array(readFileSync(join(folder, KEY))) }]);
});

it('a day on which nothing happened is a file without rows, and a day that is not over is none', async () => {
  expect((await run(folder, '2026-11-20')).lines).toEqual([
    expect.stringContaining('dt=2026-11-20/events.parquet：0条'),
  ]);
  expect(await run(folder, '2026-11-27')).toMatchObject({ failed: true });
});

it('a day that cannot be read is refused before anything is reached', () => {
  expect(orderIn(['facts', 'out', '--day', 'yesterday', '--province', 'demo'])).toMatchObject({
    fault: '--day yesterday: such as 2026-11-26',
  });
});
