import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readCaseContext } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { dynamoWorklists } from '../../adapters/dynamodb/worklists.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME');
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = createHandler({
  cases: dynamoCaseStore(dynamo, CASE_TABLE_NAME),
  worklists: dynamoWorklists(dynamo, CASE_TABLE_NAME),
  complaints: dynamoVault(dynamo, VAULT_TABLE_NAME),
  context: readCaseContext(import.meta.dirname),
});
