import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoRateLimits } from '../../../../adapters/dynamodb/correspondence/rate-limits.ts';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';

const TABLE = 'correspondence';
const NOW = '2026-11-20T13:03:20.500Z';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));

const failures: unknown[] = [];
const inDynamoDb = (table = TABLE) => dynamoRateLimits(service.tables, table, (error) => failures.push(error));

describe.each([
  ['in DynamoDB', inDynamoDb],
  ['in memory', memoryRateLimits],
])('a limit %s', (_, make) => {
  it('of 50 lets exactly 50 of 200 pass that come at once', async () => {
    const limits = make();
    const rule = { limit: 50, windowSeconds: 60 };
    const taken = await Promise.all(Array.from({ length: 200 }, () => limits.take('crowd', rule, NOW)));
    const passed = taken.filter(({ allowed }) => allowed);
    expect(passed).toHaveLength(50);
    expect(passed.map(({ remaining }) => remaining).toSorted((a, b) => a - b)).toEqual([...Array(50).keys()]);
    expect(new Set(taken.filter(({ allowed }) => !allowed).map(({ remaining }) => remaining))).toEqual(new Set([0]));
  });

  it('begins anew with the next window, and says when that is', async () => {
    const limits = make();
    const rule = { limit: 1, windowSeconds: 60 };
    expect(await limits.take('one', rule, NOW)).toEqual({ allowed: true, limit: 1, remaining: 0, resetSeconds: 40 });
    expect(await limits.take('one', rule, '2026-11-20T13:03:59.999Z')).toMatchObject({
      allowed: false,
      resetSeconds: 1,
    });
    expect(await limits.take('one', rule, '2026-11-20T13:04:00.000Z')).toMatchObject({
      allowed: true,
      resetSeconds: 60,
    });
  });

  it('counts each key, and each length of window, for itself', async () => {
    const limits = make();
    await limits.take('mine', { limit: 1, windowSeconds: 60 }, NOW);
    expect(await limits.take('yours', { limit: 1, windowSeconds: 60 }, NOW)).toMatchObject({ allowed: true });
    expect(await limits.take('mine', { limit: 1, windowSeconds: 3600 }, NOW)).toMatchObject({ allowed: true });
  });
});

describe('a limit in DynamoDB', () => {
  it('lets everybody pass when the table does not answer, and tells why', async () => {
    failures.length = 0;
    const rule = { limit: 1, windowSeconds: 60 };
    for (const _ of ['first', 'second'])
      expect(await inDynamoDb('no-such-table').take('anybody', rule, NOW)).toMatchObject({ allowed: true });
    expect(failures).toMatchObject([{ name: 'ResourceNotFoundException' }, { name: 'ResourceNotFoundException' }]);
  });

  it('keeps no word of whom it counts, and is forgotten an hour after its window', async () => {
    await inDynamoDb().take('192.0.2.7', { limit: 1, windowSeconds: 60 }, NOW);
    const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
    expect(JSON.stringify(Items)).not.toContain('192.0.2.7');
    expect(Items).toContainEqual({
      key: expect.stringMatching(/^LIMIT#[0-9a-f]{64}#60#\d+$/),
      taken: 1,
      expiresAt: Date.parse('2026-11-20T14:04:00Z') / 1000,
    });
  });
});
