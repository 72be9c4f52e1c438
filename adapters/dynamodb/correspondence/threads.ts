import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { plainMessageId } from '../../../domain/mail.ts';
import { sha256 } from '../../digest.ts';
import { isDone } from '../conditional.ts';

/** Somebody may come back to an old letter; after that a signed address still leads to the complaint. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

const ThreadItem = z.object({ receipt: z.string(), expiresAt: z.number() });

/**
 * Which complaint a mail belongs to, by its Message-ID (hashed: it may hold an address). In the correspondence table,
 * kind THREAD.
 */
export function dynamoThreads(client: DynamoDBDocumentClient, tableName: string) {
  return {
    /**
     * For 400 days. An id that is remembered already stays with its complaint: nobody takes over the thread of another.
     */
    async remember(messageId: string, receipt: string, now: Instant): Promise<void> {
      const seconds = Math.floor(Date.parse(now) / 1000);
      const put = new PutCommand({
        TableName: tableName,
        Item: { key: keyOf(messageId), receipt, expiresAt: seconds + KEPT_SECONDS },
        // What has expired may lie there for two days more.
        ConditionExpression: 'attribute_not_exists(#key) OR expiresAt < :now',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: { ':now': seconds },
      });
      await isDone(client.send(put));
    },

    async receiptOf(messageId: string): Promise<string | undefined> {
      const Key = { key: keyOf(messageId) };
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && ThreadItem.parse(Item).receipt;
    },
  };
}

const keyOf = (messageId: string): string => `THREAD#${sha256(plainMessageId(messageId))}`;
