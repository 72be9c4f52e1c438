import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { drawDocx } from '../../adapters/papers/draw-docx.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'ACCESS_TABLE_NAME');

const tables = dynamoTables();

export const handler = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  context: readCaseRules(import.meta.dirname),
  draw: drawDocx,
});
