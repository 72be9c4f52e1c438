import { readRoster } from '../../adapters/config/read-config.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { ROSTER_TABLE_NAME } = readEnv('ROSTER_TABLE_NAME');

export const handler = createHandler({
  people: dynamoPeople(dynamoTables(), ROSTER_TABLE_NAME),
  context: readRoster(import.meta.dirname),
});
