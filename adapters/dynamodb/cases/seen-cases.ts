import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { SeenCases } from '../../../usecases/staff/visible-list.ts';
import { readMany } from '../read-many.ts';

/** What each member of staff has seen: an item for each person and case, with the last event of it that they saw. */
export function dynamoSeenCases(client: DynamoDBDocumentClient, tableName: string): SeenCases {
  return {
    async seenBy(sub, ids) {
      const items = ids ? await readMany(client, tableName, keysOf(sub, ids)) : await all(sub);
      return new Map(items.map(({ sk, version }) => [String(sk), Number(version)]));
    },
    async saw(sub, caseId, version) {
      const Item = { pk: `SEEN#${sub}`, sk: caseId, version };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
  };

  async function all(sub: string): Promise<Record<string, unknown>[]> {
    const query = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :person',
      ExpressionAttributeValues: { ':person': `SEEN#${sub}` },
    };
    const pages = await Array.fromAsync(paginateQuery({ client }, query), ({ Items = [] }) => Items);
    return pages.flat();
  }
}

const keysOf = (sub: string, ids: readonly string[]) => ids.map((sk) => ({ pk: `SEEN#${sub}`, sk }));
