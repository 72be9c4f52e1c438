import { readRoster } from '../../adapters/config/read-config.ts';
import { dynamoAccessReader, dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { ACCESS_TABLE_NAME } = readEnv('ACCESS_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  access: { ...dynamoAccessRecord(tables, ACCESS_TABLE_NAME), ...dynamoAccessReader(tables, ACCESS_TABLE_NAME) },
  context: readRoster(import.meta.dirname),
});
