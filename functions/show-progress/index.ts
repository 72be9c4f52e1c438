import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { readEnv } from '../shared/env.ts';
import { sameText } from '../shared/same-text.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  complaints: dynamoVault(tables, VAULT_TABLE_NAME),
  cases: dynamoCaseStore(tables, CASE_TABLE_NAME),
  sameText,
});
