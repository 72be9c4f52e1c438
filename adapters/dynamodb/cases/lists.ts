import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import { ASKED, caseAt } from '../../../domain/lists/listing.ts';
import { ALL } from '../../../domain/lists/scopes.ts';
import type { Roster } from '../../../domain/organs.ts';
import type { KeptLists } from '../../../usecases/staff/walk-lists.ts';
import { legible, refuseUnread, type TellUnread } from '../legible.ts';
import { keyOf } from './case-key.ts';
import { SHARDS } from './due-index.ts';
import { LIST_INDEXES, partitionOf } from './list-items.ts';
import { rowOf } from './list-row.ts';

/** The lists of cases, each a partition of an index that holds a row of each case and no more. One read is one query. */
export function dynamoLists(
  client: DynamoDBDocumentClient,
  tableName: string,
  roster: Pick<Roster, 'organs'>,
  tellUnread: TellUnread = refuseUnread,
): KeptLists {
  const today = inIdsOfToday(roster);
  return {
    async read(list, after, until, most) {
      const { index, key } = LIST_INDEXES[list.kind];
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: index,
          KeyConditionExpression: '#list = :list AND listedAt BETWEEN :after AND :until',
          ExpressionAttributeNames: { '#list': key },
          ExpressionAttributeValues: { ':list': partitionOf(list), ':after': after, ':until': until },
          Limit: most,
        }),
      );
      const entries = legible(Items, (item) => ({ at: String(item.listedAt), row: rowOf(today(item)) }), tellUnread);
      return {
        entries: entries.filter(({ at }) => at > after && at < until),
        next: LastEvaluatedKey && String(LastEvaluatedKey.listedAt),
      };
    },
  };
}

/**
 * Ids of the cases before that place in the list of all, each once; and of those that releases before 2026-12 wrote, by
 * their timers and by the organs that lead them.
 */
export function dynamoCaseIds(
  client: DynamoDBDocumentClient,
  tableName: string,
  roster: Pick<Roster, 'organs'>,
  until: string,
): () => AsyncIterable<string> {
  const lists = dynamoLists(client, tableName, roster);
  const organs = [...roster.organs.values()].flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
  return async function* () {
    const known = new Set<string>();
    for await (const id of every()) {
      if (known.has(id)) continue;
      known.add(id);
      yield id;
    }
  };

  async function* every(): AsyncIterable<string> {
    yield* listed(ALL);
    for (const shard of SHARDS) yield* keyed('due', 'duePk', shard);
    for (const organ of organs) yield* keyed('worklist', 'lead', organ);
  }

  async function* listed(list: typeof ALL): AsyncIterable<string> {
    let after: string | undefined = ASKED;
    while (after !== undefined) {
      const page: Awaited<ReturnType<typeof lists.read>> = await lists.read(list, after, until);
      yield* page.entries.map(({ at }) => caseAt(at));
      after = page.next;
    }
  }

  async function* keyed(index: string, key: string, value: string): AsyncIterable<string> {
    const query = {
      TableName: tableName,
      IndexName: index,
      KeyConditionExpression: '#key = :value',
      ExpressionAttributeNames: { '#key': key },
      ExpressionAttributeValues: { ':value': value },
      ProjectionExpression: 'pk',
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      yield* Items.map(({ pk }) => String(pk).slice(keyOf('').length));
  }
}
