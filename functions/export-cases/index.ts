import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStates } from '../../adapters/dynamodb/cases/case-states.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/cases/seen-cases.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import type { writeXlsx } from '../../adapters/tables/write-xlsx.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { createDeskHandler, createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'ACCESS_TABLE_NAME', 'DESK_TABLE_NAME');
const tables = dynamoTables();

const context = readCaseRules(import.meta.dirname);

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  cases: dynamoCaseStates(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  lists: dynamoLists(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  seen: dynamoSeenCases(tables, env.CASE_TABLE_NAME),
  waysOf: readHandlingWays(import.meta.dirname),
  context,
  /** Most lists leave as CSV. */
  workbook: async (...table: Parameters<typeof writeXlsx>) =>
    (await import('../../adapters/tables/write-xlsx.ts')).writeXlsx(...table),
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
