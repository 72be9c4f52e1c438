import { readLadders, readProvince, readRoster } from '../../adapters/config/read-config.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { createDeskHandler } from './desk.ts';
import { createHandler } from './handler.ts';

const env = readEnv('ROSTER_TABLE_NAME', 'DESK_TABLE_NAME');
const tables = dynamoTables();
const context = { ...readRoster(import.meta.dirname), ladders: readLadders(import.meta.dirname) };

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  people: dynamoPeople(tables, env.ROSTER_TABLE_NAME),
  context,
  // Of a workbook, which comes once in a while.
  readTable: async (bytes: Uint8Array) => (await import('../../adapters/tables/read-table.ts')).readTable(bytes),
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
