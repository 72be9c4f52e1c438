import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SavedLists } from '../../usecases/desk/saved-lists.ts';
import { sha256 } from '../digest.ts';

const ListsItem = z.object({
  version: z.int(),
  lists: z.array(z.object({ name: z.string(), list: z.string() })).readonly(),
});

/** Saved lists in the desk's table: an item a person, until they delete them. */
export function dynamoSavedLists(client: DynamoDBDocumentClient, TableName: string): SavedLists {
  const keyOf = (sub: string) => ({ key: `LISTS#${sha256(sub)}` });
  return {
    async of(sub) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(sub), ConsistentRead: true }));
      return Item ? ListsItem.parse(Item) : { lists: [], version: 0 };
    },
    async put(sub, lists, version) {
      const change = {
        Item: { ...keyOf(sub), lists, version: version + 1 },
        ConditionExpression: version === 0 ? 'attribute_not_exists(#key)' : '#version = :version',
        ExpressionAttributeNames: version === 0 ? { '#key': 'key' } : { '#version': 'version' },
        ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
      };
      try {
        await client.send(new PutCommand({ TableName, ...change }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
