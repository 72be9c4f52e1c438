import { readCaseRules } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStates } from '../../adapters/dynamodb/cases/case-states.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/cases/seen-cases.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { caseFile } from '../shared/staff/case-file.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'ACCESS_TABLE_NAME');
const tables = dynamoTables();
const context = readCaseRules(import.meta.dirname);

export const handler = createHandler({
  cases: {
    ...dynamoLazyCases(tables, env.CASE_TABLE_NAME, context),
    ...dynamoCaseStates(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  },
  lists: dynamoLists(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  seen: dynamoSeenCases(tables, env.CASE_TABLE_NAME),
  ...caseFile,
  waysOf: readHandlingWays(import.meta.dirname),
  context,
});
