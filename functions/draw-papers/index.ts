import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { drawDocx } from '../../adapters/papers/draw-docx.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME');

export const handler = createHandler({
  cases: dynamoCaseStore(dynamoTables(), env.CASE_TABLE_NAME),
  context: readCaseRules(import.meta.dirname),
  draw: drawDocx,
});
