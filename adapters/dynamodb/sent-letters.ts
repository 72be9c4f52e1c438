import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { plainMessageId } from '../../domain/mail.ts';
import type { SentLetters } from '../../usecases/notices/sent-letters.ts';
import { sha256 } from '../digest.ts';

/** A mail host gives up after days, and a reader who calls a mail spam does so within weeks. */
const KEPT_SECONDS = 60 * 24 * 60 * 60;

const LetterItem = z.object({ noticeId: z.string(), to: z.string() });

/** Items of the correspondence table, kind THREAD: which mail carried which notice to whom. */
export function dynamoSentLetters(client: DynamoDBDocumentClient, tableName: string): SentLetters {
  return {
    async remember(messageId, letter, now) {
      const expiresAt = Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS;
      await client.send(
        new PutCommand({ TableName: tableName, Item: { key: keyOf(messageId), ...letter, expiresAt } }),
      );
    },
    async letterOf(messageId) {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { key: keyOf(messageId) } }));
      return Item && LetterItem.parse(Item);
    },
  };
}

const keyOf = (messageId: string): string => `THREAD#letter#${sha256(plainMessageId(messageId))}`;
