import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { FireTimersDeps } from '../../../usecases/cases/fire-timers.ts';
import { isDone } from '../conditional.ts';

/**
 * One partition of an index takes 1 000 writes a second; a province has far fewer. More shards would cost every sweep
 * one read each.
 */
export const SHARDS = ['DUE#0', 'DUE#1', 'DUE#2', 'DUE#3'];

/** The shard that a case's timer lies in. Never changes for a case. */
export function shardOf(caseId: string): string {
  return SHARDS[createHash('sha256').update(caseId).digest()[0]! % SHARDS.length]!;
}

interface Range {
  readonly partition: string;
  readonly limit: number;
  readonly until?: Instant | undefined;
  readonly from?: Instant | undefined;
}

/** Before every instant. */
const SOONEST = '0';

/** What a partition of a table's sparse index `due` holds, the soonest first; with `until`, no later than then, from `from` on. */
export async function readDue(
  client: DynamoDBDocumentClient,
  tableName: string,
  range: Range,
): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await client.send(new QueryCommand(queryOf(tableName, range)));
  return Items;
}

const queryOf = (TableName: string, { partition, limit, until, from = SOONEST }: Range) => ({
  TableName,
  IndexName: 'due',
  KeyConditionExpression: until === undefined ? 'duePk = :due' : 'duePk = :due AND dueAt BETWEEN :from AND :until',
  ExpressionAttributeValues: { ':due': partition, ...(until !== undefined && { ':from': from, ':until': until }) },
  Limit: limit,
});

/** The same, all of it, page by page. */
export async function* pagesOfDue(
  client: DynamoDBDocumentClient,
  tableName: string,
  range: Range,
): AsyncIterable<Record<string, unknown>[]> {
  for await (const { Items = [] } of paginateQuery({ client }, queryOf(tableName, range))) yield Items;
}

/** The sparse index of cases with a timer to come. */
export function dynamoDueIndex(client: DynamoDBDocumentClient, tableName: string): FireTimersDeps['due'] {
  const read = async (partition: string, limit: number, until?: Instant) => {
    const items = await readDue(client, tableName, { partition, limit, until });
    return items.map((item) => ({ caseId: String(item.pk).slice('CASE#'.length), dueAt: String(item.dueAt) }));
  };
  const readAll = async (limit: number, until?: Instant) =>
    (await Promise.all(SHARDS.map((shard) => read(shard, limit, until))))
      .flat()
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return {
    dueBy: async (now, limit) => (await readAll(limit, now)).slice(0, limit).map(({ caseId }) => caseId),
    earliest: async () => (await readAll(1))[0]?.dueAt,
    async putOff(caseId, until) {
      const command = new UpdateCommand({
        TableName: tableName,
        Key: { pk: `CASE#${caseId}`, sk: 'CASE' },
        UpdateExpression: 'SET dueAt = :until',
        ConditionExpression: 'dueAt < :until',
        ExpressionAttributeValues: { ':until': until },
      });
      // Where not, its timer has gone, or was put off further, meanwhile.
      await isDone(client.send(command));
    },
  };
}
