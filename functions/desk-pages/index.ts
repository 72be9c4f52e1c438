import { readCodeNames } from '../../adapters/config/read-code-names.ts';
import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStates } from '../../adapters/dynamodb/cases/case-states.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/cases/seen-cases.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoSavedLists } from '../../adapters/dynamodb/desk/desk-lists.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { caseFile } from '../shared/staff/case-file.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'ACCESS_TABLE_NAME', 'DESK_TABLE_NAME');
const tables = dynamoTables();
/** Loaded with the first reception day that is asked for. */
const receptions = async () =>
  (await import('../../adapters/dynamodb/desk/desk-receptions.ts')).dynamoReceptions(tables, env.DESK_TABLE_NAME);
const context = readCaseRules(import.meta.dirname);

export const handler = createHandler({
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  savedLists: dynamoSavedLists(tables, env.DESK_TABLE_NAME),
  lists: dynamoLists(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  seen: dynamoSeenCases(tables, env.CASE_TABLE_NAME),
  waysOf: readHandlingWays(import.meta.dirname),
  cases: {
    ...dynamoLazyCases(tables, env.CASE_TABLE_NAME, context),
    ...dynamoCaseStates(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  },
  ...caseFile,
  receptions: {
    find: async (...asked) => (await receptions()).find(...asked),
    put: async (...kept) => (await receptions()).put(...kept),
  },
  codeNameOf: readCodeNames(import.meta.dirname),
  context,
});
