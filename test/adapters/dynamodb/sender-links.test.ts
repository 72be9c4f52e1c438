import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamoSenderLinks } from '../../../adapters/dynamodb/sender-links.ts';
import { dynamoDbForTests } from '../../support/dynamodb-local.ts';

const TABLE = 'senders';
const { service } = dynamoDbForTests();
beforeAll(async () => {
  const names = ['pk', 'sk'] as const;
  await service.tables.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: names.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
    }),
  );
});

it('finds complaints of one sender by any hash that they share, and forgets all of one that was erased', async () => {
  const links = dynamoSenderLinks(service.tables, TABLE);
  await links.link('QH-1', '2026-01-01T00:00:00.000Z', ['phone', 'mail']);
  await links.link('QH-2', '2026-05-01T00:00:00.000Z', ['phone']);
  for (const _ of [1, 2]) await links.link('QH-3', '2026-05-02T00:00:00.000Z', ['mail', 'other']);
  const since = '2025-06-01T00:00:00.000Z';
  expect((await links.sameSender('QH-1', since)).toSorted()).toEqual(['QH-1', 'QH-2', 'QH-3']);
  expect(await links.sameSender('QH-2', '2026-02-01T00:00:00.000Z')).toEqual(['QH-2']);
  expect(await links.sameSender('QH-9', since)).toEqual([]);
  for (const _ of [1, 2]) await links.unlink('QH-1');
  expect(await links.sameSender('QH-2', since)).toEqual(['QH-2']);
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
  expect(JSON.stringify(Items)).not.toContain('QH-1');
});
