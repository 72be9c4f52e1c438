import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readCaseContext } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoOpenCases } from '../../adapters/dynamodb/worklists.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME } = readEnv('CASE_TABLE_NAME');
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient());
const context = readCaseContext(import.meta.dirname);

export const handler = createHandler({
  cases: dynamoCaseStore(dynamo, CASE_TABLE_NAME),
  openCases: dynamoOpenCases(dynamo, CASE_TABLE_NAME, context.organs.keys()),
  context,
});
