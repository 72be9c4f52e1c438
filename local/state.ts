import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Broker, QueueDepth } from './aws/broker.ts';

export interface StackState {
  /** Items of the vault. */
  readonly complaints: number;
  readonly cases: number;
  readonly events: number;
  readonly notices: number;
  readonly deadLetters: number;
  readonly queues: Readonly<Record<string, QueueDepth>>;
}

/** One message that no function will see again. */
export interface DeadLetter {
  readonly queue: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

export interface StateSources {
  readonly dynamoDb: DynamoDBClient;
  readonly broker: Broker;
  /** Variables of the functions: they say which table is which. */
  readonly environment: Readonly<Record<string, string>>;
  readonly queues: readonly string[];
  readonly consumedQueues: readonly string[];
}

/** Counts what the stack holds. A table that the stack does not have holds nothing. */
export async function stackState(sources: StateSources): Promise<StackState> {
  const { dynamoDb, broker, environment, queues } = sources;
  const { VAULT_TABLE_NAME, CASE_TABLE_NAME } = environment;
  const caseItems = await sortKeys(dynamoDb, CASE_TABLE_NAME);
  const starting = (prefix: string) => caseItems.filter((key) => key.startsWith(prefix)).length;
  return {
    complaints: await countItems(dynamoDb, VAULT_TABLE_NAME),
    cases: caseItems.filter((key) => key === 'CASE').length,
    events: starting('EVENT#'),
    // Those of cases: seals are told the auditor by the clock.
    notices: starting('NOTICE#') - starting('NOTICE#SEAL-'),
    deadLetters: deadLetters(sources).length,
    queues: Object.fromEntries(queues.map((name) => [name, broker.depth(name)])),
  };
}

/** Messages in queues that nothing consumes: that is what makes a queue one for dead letters. */
export function deadLetters({ broker, queues, consumedQueues }: Omit<StateSources, 'dynamoDb'>): readonly DeadLetter[] {
  return queues
    .filter((name) => !consumedQueues.includes(name))
    .flatMap((queue) => {
      const { ready = [], delayed = [], inflight = [] } = broker.messages(queue)?.messages ?? {};
      const messages = [...ready, ...delayed, ...inflight.map(({ message }) => message)];
      return messages.map(({ body, messageAttributes }) => ({
        queue,
        body,
        attributes: Object.fromEntries(
          Object.entries(messageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
        ),
      }));
    });
}

async function countItems(client: DynamoDBClient, TableName: string | undefined): Promise<number> {
  let count = 0;
  for await (const page of pages(client, { TableName, Select: 'COUNT' })) count += page.Count ?? 0;
  return count;
}

async function sortKeys(client: DynamoDBClient, TableName: string | undefined): Promise<string[]> {
  const keys: string[] = [];
  for await (const { Items = [] } of pages(client, { TableName, ProjectionExpression: 'sk' })) {
    for (const { sk } of Items) keys.push(sk?.S ?? '');
  }
  return keys;
}

type Scan = Pick<ConstructorParameters<typeof ScanCommand>[0], 'Select' | 'ProjectionExpression'>;

async function* pages(client: DynamoDBClient, { TableName, ...scan }: Scan & { TableName: string | undefined }) {
  if (TableName === undefined) return;
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ...scan, ExclusiveStartKey }));
    yield page;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
