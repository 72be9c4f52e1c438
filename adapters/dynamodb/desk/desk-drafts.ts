import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Drafts } from '../../../usecases/desk/drafts.ts';
import { sha256 } from '../../digest.ts';

const DAY = 86_400;
const DraftItem = z.object({ typed: z.string(), expiresAt: z.number() });

/** Drafts in the desk's table. */
export function dynamoDrafts(client: DynamoDBDocumentClient, TableName: string): Drafts {
  const keyOf = (sub: string, path: string) => ({ key: `DRAFT#${sha256(`${sub} ${path}`)}` });
  return {
    async keep(sub, path, typed, now) {
      const expiresAt = Math.floor(Date.parse(now) / 1000) + DAY;
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(sub, path), typed, expiresAt } }));
    },
    async find(sub, path, now) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(sub, path), ConsistentRead: true }));
      const draft = Item && DraftItem.parse(Item);
      return draft && draft.expiresAt * 1000 > Date.parse(now) ? draft.typed : undefined;
    },
    async forget(sub, path) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(sub, path) }));
    },
  };
}
