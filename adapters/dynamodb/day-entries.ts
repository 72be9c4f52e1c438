import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Entry, receiptIn } from '../../domain/audit/ledger.ts';
import { type Day, dayOf } from '../../domain/calendar/day.ts';
import type { Commit } from '../../usecases/cases/command-case.ts';

/** One partition takes 1 000 writes a second; on the day of an explosion a province has a few hundred. */
const SHARDS = 8;

const partitionOf = (day: Day, shard: number): string => `DAY#${day}#${shard}`;

/**
 * What a change enters under its day: the head that it leaves, in the place of an earlier one of that day, and the
 * receipts that it brings.
 */
export function dayEntriesOf({ state, events }: Pick<Commit, 'state' | 'events'>): Record<string, unknown>[] {
  const { id: caseId, head } = state;
  const pk = partitionOf(dayOf(events.at(-1)!.at), createHash('sha256').update(caseId).digest()[0]! % SHARDS);
  const receipts = events.flatMap((event) => receiptIn(event) ?? []);
  return [
    { pk, sk: `HEAD#${caseId}`, caseId, ...head },
    ...receipts.map((receipt) => ({ pk, sk: `RECEIPT#${receipt}`, receipt })),
  ];
}

const EntryItem = z.union([
  z.object({ receipt: z.string() }),
  z.object({ caseId: z.string(), seq: z.int(), hash: z.string() }),
]);

/** What was entered under a day, whatever order it comes in. */
export function dynamoDayEntries(client: DynamoDBDocumentClient, tableName: string) {
  return async function* (day: Day): AsyncGenerator<Entry> {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const query = {
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(day, shard) },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, query))
        yield* Items.map((item) => EntryItem.parse(item));
    }
  };
}
