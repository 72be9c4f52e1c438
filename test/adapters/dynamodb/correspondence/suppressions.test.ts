import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoSuppressions } from '../../../../adapters/dynamodb/correspondence/suppressions.ts';
import { memorySuppressions } from '../../../../adapters/memory/suppressions.ts';
import type { Suppressions } from '../../../../usecases/notices/transports/suppressions.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'correspondence';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));

const inMemory = memorySuppressions();
const kinds: [string, () => Suppressions][] = [
  ['in DynamoDB', () => dynamoSuppressions(service.tables, TABLE)],
  ['in memory', () => inMemory],
];
const monday = beijing('2026-06-01 10:00');

describe.each(kinds)('an address that refuses mail, %s', (kind, suppressions) => {
  const address = (name: string) => `${name}@${kind.replace(' ', '-')}.example`;

  it('is known by its reason, however it is written', async () => {
    await suppressions().suppress(address('gone'), 'bounce', monday);
    expect(await suppressions().reasonFor(` ${address('GONE')}`, monday)).toBe('bounce');
    expect(await suppressions().reasonFor(address('there'), monday)).toBeUndefined();
  });

  it.each([
    ['bounce', '2028-05-30 10:00', '2028-06-01 10:00'],
    ['complaint', '2028-05-30 10:00', '2028-06-01 10:00'],
    ['failures', '2026-06-08 09:59', '2026-06-08 10:01'],
  ] as const)('is left alone after a %s until its time is over', async (reason, still, over) => {
    await suppressions().suppress(address(reason), reason, monday);
    expect(await suppressions().reasonFor(address(reason), beijing(still))).toBe(reason);
    expect(await suppressions().reasonFor(address(reason), beijing(over))).toBeUndefined();
  });

  it('stays so for as long as ever was said, in whatever order it is told', async () => {
    await suppressions().suppress(address('both'), 'bounce', monday);
    await suppressions().suppress(address('both'), 'failures', beijing('2026-06-02 10:00'));
    expect(await suppressions().reasonFor(address('both'), beijing('2028-05-30 10:00'))).toBe('bounce');
  });

  it('is written to again once that is lifted', async () => {
    await suppressions().suppress(address('lifted'), 'gone', monday);
    await suppressions().lift(address('lifted'));
    expect(await suppressions().reasonFor(address('lifted'), monday)).toBeUndefined();
  });

  it('has its passing failures added up, each once, and forgotten after a week', async () => {
    const fail = (id: string, at: string) => suppressions().addFailure(address('full'), id, beijing(at));
    expect(await fail('f1', '2026-06-01 10:00')).toBe(1);
    expect(await fail('f1', '2026-06-02 10:00')).toBe(1);
    expect(await fail('f2', '2026-06-05 10:00')).toBe(2);
    expect(await fail('f3', '2026-06-08 10:01')).toBe(1);
    expect(await suppressions().reasonFor(address('full'), beijing('2026-06-08 10:01'))).toBeUndefined();
  });
});

it('is kept under no name that tells who it is, and forgotten by the table in time', async () => {
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
  expect(JSON.stringify(Items)).not.toContain('@');
  for (const { key, expiresAt } of Items) {
    expect(key).toMatch(/^SUPPRESSED#[0-9a-f]{64}(#failures)?$/);
    expect(expiresAt).toEqual(expect.any(Number));
  }
});
