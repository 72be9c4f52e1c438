import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Entry } from '../../../domain/audit/ledger.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { DayEntries } from '../../../usecases/audit/enter-event.ts';
import { isDone } from '../conditional.ts';

const EntryItem = z.union([
  z.object({ receipt: z.string() }),
  z.object({ caseId: z.string(), seq: z.int(), hash: z.string() }),
]);

/** Entries of days in the case table: see docs/table.md. */
export function dynamoDayEntries(client: DynamoDBDocumentClient, TableName: string): DayEntries {
  return {
    async put(day, entry) {
      const put = 'receipt' in entry ? {} : notOver(entry);
      // Where not, a later head of that day is there already.
      await isDone(client.send(new PutCommand({ TableName, Item: itemOf(day, entry), ...put })));
    },

    async *of(day) {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(day) },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, query))
        yield* Items.map((item) => EntryItem.parse(item));
    },
  };
}

/** One for a day: it takes 1 000 writes a second, and an hour with 15 000 complaints makes some tens of them. */
const partitionOf = (day: Day): string => `DAY#${day}`;

function itemOf(day: Day, entry: Entry): Record<string, unknown> {
  const [kind, id] = 'receipt' in entry ? ['RECEIPT', entry.receipt] : ['HEAD', entry.caseId];
  return { pk: partitionOf(day), sk: `${kind}#${id}`, ...entry };
}

/** The condition that no later head stands there. */
const notOver = ({ seq }: Extract<Entry, { readonly seq: number }>) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #seq <= :seq',
  ExpressionAttributeNames: { '#seq': 'seq' },
  ExpressionAttributeValues: { ':seq': seq },
});
