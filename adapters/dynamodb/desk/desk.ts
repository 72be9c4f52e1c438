import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Roster } from '../../../domain/organs.ts';
import { dynamoDrafts } from './desk-drafts.ts';
import { dynamoSessions } from './desk-items.ts';

/** What every function of the desk asks of the desk's table: who is logged in, and what they typed. */
export const dynamoDesk = (client: DynamoDBDocumentClient, tableName: string, roster: Pick<Roster, 'organs'>) => ({
  sessions: dynamoSessions(client, tableName, roster),
  drafts: dynamoDrafts(client, tableName),
});
