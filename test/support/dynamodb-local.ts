import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { LISTED } from '../../adapters/dynamodb/cases/list-row.ts';
import { sharedDynamoDb } from './shared.ts';

interface Calls {
  /** Capacity units of each call since the last `forget`, indexes included. */
  readonly units: { command: string; total: number }[];
  readonly scanned: number[];
  forget(): void;
}

/**
 * Tables of its own for the tests of one file, in the DynamoDB Local of the run. Every call is counted.
 */
export function dynamoDbForTests() {
  const calls: Calls = {
    units: [],
    scanned: [],
    forget() {
      this.units.length = 0;
      this.scanned.length = 0;
    },
  };
  const service = {} as { tables: DynamoDBDocumentClient };

  beforeAll(async () => {
    service.tables = clientTo(await sharedDynamoDb(), calls);
  });
  afterAll(() => service.tables?.destroy());

  return { service, calls };
}

/** A client that asks every call for what it cost. */
function clientTo(endpoint: string, { units, scanned }: Calls): DynamoDBDocumentClient {
  // DynamoDB Local keeps the tables of each access key apart.
  const credentials = { accessKeyId: randomUUID().replaceAll('-', ''), secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = {
          ReturnConsumedCapacity: commandName.startsWith('Create') ? undefined : 'INDEXES',
          ...args.input,
        };
        const result = await next({ ...args, input });
        const output = result.output as { ConsumedCapacity?: Capacity | Capacity[]; ScannedCount?: number };
        for (const { CapacityUnits = 0 } of [output.ConsumedCapacity ?? []].flat()) {
          units.push({ command: commandName, total: CapacityUnits });
        }
        if (output.ScannedCount !== undefined) scanned.push(output.ScannedCount);
        return result;
      },
    { step: 'initialize' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

type Capacity = { CapacityUnits?: number };

const key = (name: string, type: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: type });
const attributes = (...names: string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }));
const index = (IndexName: string, hash: string, range: string, all: boolean): GlobalSecondaryIndex => ({
  IndexName,
  KeySchema: [key(hash, 'HASH'), key(range, 'RANGE')],
  Projection: { ProjectionType: all ? 'ALL' : 'KEYS_ONLY' },
});
const list = (IndexName: string, hash: string): GlobalSecondaryIndex => ({
  ...index(IndexName, hash, 'listedAt', false),
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: LISTED.filter((name) => name !== hash) },
});
const LISTS = Object.entries({
  led: 'led',
  awaited: 'awaited',
  top: 'top',
  branch: 'branch',
  all: 'sk',
});

/** A case table with its indexes: see lib/stores/case-table.ts. */
export async function createCaseTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes(
        ...['pk', 'sk', 'duePk', 'dueAt', 'lead', 'worklistAt', 'listedAt'],
        ...LISTS.map(([, hash]) => hash).filter((hash) => hash !== 'sk'),
      ),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        index('due', 'duePk', 'dueAt', false),
        index('worklist', 'lead', 'worklistAt', true),
        ...LISTS.map(([name, hash]) => list(name, hash)),
      ],
    }),
  );
}

/** A vault: see lib/stores/vault-table.ts. */
export async function createVaultTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes('receipt'),
      KeySchema: [key('receipt', 'HASH')],
    }),
  );
}

/** What people were told: see lib/stores/notice-table.ts. */
export async function createNoticeTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes('pk', 'sk'),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    }),
  );
}

/** Who saw what: see lib/stores/access-table.ts. */
export async function createAccessTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes('sub', 'place', 'caseId'),
      KeySchema: [key('sub', 'HASH'), key('place', 'RANGE')],
      GlobalSecondaryIndexes: [index('case', 'caseId', 'place', true)],
    }),
  );
}

/** What the desk remembers: see lib/stores/desk-table.ts. */
export async function createDeskTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes('key'),
      KeySchema: [key('key', 'HASH')],
    }),
  );
}

/** What channels remember between two messages: see lib/stores/correspondence-table.ts. */
export async function createCorrespondenceTable(tables: DynamoDBDocumentClient, name: string): Promise<void> {
  await tables.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes('key', 'duePk', 'dueAt'),
      KeySchema: [key('key', 'HASH')],
      GlobalSecondaryIndexes: [index('due', 'duePk', 'dueAt', false)],
    }),
  );
}
