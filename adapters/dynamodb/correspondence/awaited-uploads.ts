import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { INBOX_DAYS } from '../../../domain/upload.ts';
import type { KeepUploadDeps } from '../../../usecases/intake/keep-upload.ts';
import { sha256 } from '../../digest.ts';

const AwaitedItem = z.object({ receipt: z.string() });

/** A day after the inbox has forgotten whatever came nobody asks for it. */
const FORGOTTEN_AFTER_SECONDS = (INBOX_DAYS + 1) * 86_400;

/** Items of the correspondence table, kind AWAITED: for which complaint an upload was waited in vain. */
export function dynamoAwaitedUploads(client: DynamoDBDocumentClient, TableName: string): KeepUploadDeps['awaited'] {
  const keyOf = (upload: string) => ({ key: `AWAITED#${sha256(upload)}` });
  return {
    async note(upload, receipt, now) {
      const expiresAt = Math.floor(Date.parse(now) / 1000) + FORGOTTEN_AFTER_SECONDS;
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(upload), receipt, expiresAt } }));
    },
    async receiptFor(upload) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(upload), ConsistentRead: true }));
      return Item && AwaitedItem.parse(Item).receipt;
    },
  };
}
