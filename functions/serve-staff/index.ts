import { readCaseContext } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { readMatters } from '../../adapters/config/read-matters.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { dynamoWorklists } from '../../adapters/dynamodb/worklists.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  cases: dynamoCaseStore(tables, CASE_TABLE_NAME),
  worklists: dynamoWorklists(tables, CASE_TABLE_NAME),
  complaints: dynamoVault(tables, VAULT_TABLE_NAME),
  waysOf: readHandlingWays(import.meta.dirname),
  context: { ...readCaseContext(import.meta.dirname), matters: readMatters(import.meta.dirname) },
});
