import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoDrafts } from './desk-drafts.ts';
import { dynamoSessions } from './desk-items.ts';

/** What every function of the desk asks of the desk's table: who is logged in, and what they typed. */
export const dynamoDesk = (client: DynamoDBDocumentClient, tableName: string) => ({
  sessions: dynamoSessions(client, tableName),
  drafts: dynamoDrafts(client, tableName),
});
