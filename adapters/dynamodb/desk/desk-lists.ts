import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SavedLists } from '../../../usecases/desk/saved-lists.ts';
import { sha256 } from '../../digest.ts';
import { ifVersion, isDone } from '../conditional.ts';

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
      const Item = { ...keyOf(sub), lists, version: version + 1 };
      return await isDone(client.send(new PutCommand({ TableName, Item, ...ifVersion(version) })));
    },
  };
}
