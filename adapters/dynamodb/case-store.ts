import { setTimeout as delay } from 'node:timers/promises';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { StoredEvent } from '../../domain/audit/chain.ts';
import type { Commit, StoredCases } from '../../usecases/cases/command-case.ts';
import { linkedCommit } from '../linked-commit.ts';
import { attributesOf, caseOf, eventOf } from './case-items.ts';
import { shardOf } from './due-index.ts';
import { worklistAt } from './worklist-order.ts';

/** Cases and their events: see docs/table.md. */
export function dynamoCaseStore(client: DynamoDBDocumentClient, tableName: string): StoredCases {
  const stored = dynamoStoredEvents(client, tableName);
  return {
    async load(caseId) {
      const key = { pk: keyOf(caseId), sk: 'CASE' };
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
      return Item && caseOf(Item);
    },

    async commit(commit) {
      const [item, ...events] = itemsOf({ ...commit, ...(await linkedCommit(commit, stored)) });
      const before = commit.events[0]!.seq - 1;
      const guard = before === 0 ? ABSENT : { ...AT_VERSION, ExpressionAttributeValues: { ':before': before } };
      const puts = [{ Item: item, ...guard }, ...events.map((event) => ({ Item: event, ...ABSENT }))];
      const TransactItems = puts.map((put) => ({ Put: { TableName: tableName, ...put } }));
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return 'committed';
      } catch (error) {
        if (!isConflict(error)) throw error;
        await delay(Math.random() * MOST_PAUSE_MS);
        return 'conflict';
      }
    },

    async reschedule(state, nextTimerAt) {
      const item = itemsOf({ state, events: [], nextTimerAt })[0];
      const guard = { ...AT_VERSION, ExpressionAttributeValues: { ':before': state.version } };
      try {
        await client.send(new PutCommand({ TableName: tableName, Item: item, ...guard }));
      } catch (error) {
        // Somebody changed the case meanwhile, and with it the timer.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    async events(caseId) {
      return (await stored(caseId)).map(eventOf);
    },
  };
}

/** The events of a case as they were written, by whatever release, in order and without their keys. */
export function dynamoStoredEvents(client: DynamoDBDocumentClient, tableName: string) {
  return async (caseId: string): Promise<readonly StoredEvent[]> => {
    const found: Record<string, unknown>[] = [];
    let after: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
          ExpressionAttributeValues: { ':pk': keyOf(caseId), ':events': 'EVENT#' },
          ConsistentRead: true,
          ExclusiveStartKey: after,
        }),
      );
      found.push(...(page.Items ?? []));
      after = page.LastEvaluatedKey;
    } while (after);
    return found.map(({ pk, sk, ...event }) => event as unknown as StoredEvent);
  };
}

const ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };
const AT_VERSION = { ConditionExpression: '#version = :before', ExpressionAttributeNames: { '#version': 'version' } };

export const keyOf = (caseId: string): string => `CASE#${caseId}`;

interface StoredCommit extends Omit<Commit, 'events'> {
  readonly events: readonly StoredEvent[];
}

/** The case first, then its new events. */
function itemsOf({ state, events, nextTimerAt }: StoredCommit): Record<string, unknown>[] {
  const pk = keyOf(state.id);
  const due = nextTimerAt === undefined ? {} : { duePk: shardOf(state.id), dueAt: nextTimerAt };
  return [
    { pk, sk: 'CASE', ...attributesOf(state), ...due, worklistAt: worklistAt(state) },
    ...events.map((event) => ({ pk, sk: `EVENT#${String(event.seq).padStart(6, '0')}`, ...event })),
  ];
}

/**
 * Long enough that two who lost to each other do not meet again; the SDK itself waits like this when a single call is
 * throttled.
 */
const MOST_PAUSE_MS = 60;
const PASSING = [
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
];

/**
 * Somebody else changed the case, or is changing it now, or the table is throttled: wait a little, read again and
 * decide anew.
 */
function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
  return codes.some((code) => code !== undefined && PASSING.includes(code));
}
