import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoDrafts } from '../../adapters/dynamodb/desk-drafts.ts';
import { dynamoSessions } from '../../adapters/dynamodb/desk-items.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoWorklists } from '../../adapters/dynamodb/worklists.ts';
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
  worklists: dynamoWorklists(tables, env.CASE_TABLE_NAME),
  context,
  sha256,
});
