import { setTimeout as delay } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { StoredEvent } from '../../../domain/audit/chain.ts';
import type { Case } from '../../../domain/case/case.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import type { Listing } from '../../../domain/lists/listing.ts';
import type { Roster } from '../../../domain/organs.ts';
import type { Filed, StoredCases } from '../../../usecases/cases/command-case.ts';
import type { RecomputeDeps } from '../../../usecases/operations/recompute-deadlines.ts';
import { linkedCommit } from '../../linked-commit.ts';
import { attributesOf, caseOf } from './case-items.ts';
import { keyOf } from './case-key.ts';
import { dynamoCaseStates } from './case-states.ts';
import { shardOf } from './due-index.ts';
import { eventOf } from './event-items.ts';
import { hasIndexPlaces } from './index-places.ts';
import { assistingItems, listAttributes } from './list-items.ts';

/** Cases and their events, with the ids that the organs of `roster` have today: see docs/table.md. */
export function dynamoCaseStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  roster: Pick<Roster, 'organs'>,
): StoredCases & RecomputeDeps['cases'] & { loadMany(ids: readonly string[]): Promise<readonly Case[]> } {
  const stored = dynamoStoredEvents(client, tableName);
  const today = inIdsOfToday(roster);
  return {
    async load(caseId) {
      const key = { pk: keyOf(caseId), sk: 'CASE' };
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
      return Item && today(caseOf(Item));
    },

    async commit(commit) {
      const { state, events } = await linkedCommit(commit, stored);
      const before = commit.events[0]!.seq - 1;
      const guard = before === 0 ? ABSENT : atVersion(before);
      const item = caseItem({ ...commit, state });
      const added = events.map((event) => ({ Item: eventItem(event, state), ...ABSENT }));
      try {
        await write([{ Item: item, ...guard }, ...added, ...assisting(commit, commit.listedBefore)]);
        return 'committed';
      } catch (error) {
        if (!isConflict(error)) throw error;
        await delay(Math.random() * MOST_PAUSE_MS);
        return 'conflict';
      }
    },

    async reschedule(filed) {
      try {
        await write([{ Item: caseItem(filed), ...atVersion(filed.state.version) }, ...assisting(filed)]);
      } catch (error) {
        // Somebody changed the case meanwhile, and with it where it is found.
        if (!isConflict(error)) throw error;
      }
    },

    async isFiledAs(filed) {
      const query = {
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': keyOf(filed.state.id), ':first': 'ASSISTING#', ':last': 'CASE' },
        ConsistentRead: true,
      };
      const { Items = [] } = await client.send(new QueryCommand(query));
      const wanted = [caseItem(filed), ...assisting(filed).map(({ Item }) => Item)];
      return hasIndexPlaces(Items, wanted);
    },

    loadMany: dynamoCaseStates(client, tableName, roster).loadMany,

    async events(caseId) {
      return (await stored(caseId)).map((event) => today(eventOf(event)));
    },
  };

  async function write(puts: readonly Put[]): Promise<void> {
    const TransactItems = puts.map((put) => ({ Put: { TableName: tableName, ...put } }));
    await client.send(new TransactWriteCommand({ TransactItems }));
  }
}

interface Put {
  readonly Item: Record<string, unknown>;
  readonly ConditionExpression?: string;
}

/** The events of a case as they were written, by whatever release, in order and without their keys. */
export function dynamoStoredEvents(client: DynamoDBDocumentClient, tableName: string) {
  return async (caseId: string): Promise<readonly StoredEvent[]> => {
    const query = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
      ExpressionAttributeValues: { ':pk': keyOf(caseId), ':events': 'EVENT#' },
      ConsistentRead: true,
    };
    const pages = await Array.fromAsync(paginateQuery({ client }, query), ({ Items = [] }) => Items);
    return pages.flat().map(({ pk, sk, ...event }) => event as unknown as StoredEvent);
  };
}

const ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };

const atVersion = (version: number) => ({
  ConditionExpression: '#version = :before',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':before': version },
});

const assisting = ({ state, listing }: Filed, before?: Listing): readonly Put[] =>
  assistingItems(state, listing, before).map((Item) => ({ Item }));

function caseItem({ state, nextTimerAt, listing }: Filed): Record<string, unknown> {
  const due = nextTimerAt === undefined ? {} : { duePk: shardOf(state.id), dueAt: nextTimerAt };
  return { pk: keyOf(state.id), sk: 'CASE', ...attributesOf(state), ...due, ...listAttributes(listing) };
}

function eventItem(event: StoredEvent, { id }: Case): Record<string, unknown> {
  return { pk: keyOf(id), sk: `EVENT#${String(event.seq).padStart(6, '0')}`, ...event };
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
