import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoDrafts } from '../../adapters/dynamodb/desk-drafts.ts';
import { dynamoSessions } from '../../adapters/dynamodb/desk-items.ts';
import { dynamoLists } from '../../adapters/dynamodb/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/seen-cases.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { deskSite } from '../shared/desk/site.ts';
import { sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'DESK_TABLE_NAME');
const tables = dynamoTables();
const context = readCaseRules(import.meta.dirname);

export const handler = createHandler({
  site: deskSite(readProvince(import.meta.dirname).name, context.organs),
  sessions: dynamoSessions(tables, env.DESK_TABLE_NAME),
  drafts: dynamoDrafts(tables, env.DESK_TABLE_NAME),
  lists: dynamoLists(tables, env.CASE_TABLE_NAME),
  seen: dynamoSeenCases(tables, env.CASE_TABLE_NAME),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  waysOf: readHandlingWays(import.meta.dirname),
  context,
  sha256,
});
