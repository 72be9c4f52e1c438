import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoCaseIds } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { ENDED } from '../../domain/lists/listing.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME } = readEnv('CASE_TABLE_NAME');
const tables = dynamoTables();
const context = readCaseRules(import.meta.dirname);

export const handler = createHandler({
  cases: dynamoCaseStore(tables, CASE_TABLE_NAME, context),
  openCases: dynamoCaseIds(tables, CASE_TABLE_NAME, context, ENDED),
  context,
});
