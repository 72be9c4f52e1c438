import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoThreads } from '../../../../adapters/dynamodb/correspondence/threads.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';

const TABLE = 'correspondence';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));

const threads = () => dynamoThreads(service.tables, TABLE);
const NOW = '2026-11-20T13:03:00.000Z';
const LATER = '2028-01-01T00:00:00.000Z';

describe('a mail that is remembered', () => {
  it('leads to its complaint, with or without angle brackets around its id', async () => {
    await threads().remember('<1@example.com>', 'QH-1', NOW);
    expect(await threads().receiptOf('1@example.com')).toBe('QH-1');
    expect(await threads().receiptOf(' <1@example.com> ')).toBe('QH-1');
    expect(await threads().receiptOf('<2@example.com>')).toBeUndefined();
  });

  it('stays with its complaint, whoever names it later, until it is forgotten', async () => {
    await threads().remember('<3@example.com>', 'QH-1', NOW);
    await threads().remember('<3@example.com>', 'QH-2', NOW);
    expect(await threads().receiptOf('<3@example.com>')).toBe('QH-1');
    await threads().remember('<3@example.com>', 'QH-2', LATER);
    expect(await threads().receiptOf('<3@example.com>')).toBe('QH-2');
  });

  it('is kept without its id, which may name a person, and goes by itself after 400 days', async () => {
    await threads().remember('<li.hong@example.com>', 'QH-1', NOW);
    const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
    expect(JSON.stringify(Items)).not.toMatch(/li\.hong|example/);
    expect(Items.map(({ expiresAt }) => expiresAt)).toContain(Date.parse(NOW) / 1000 + 400 * 86_400);
  });
});
