import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { createDeskHandler } from './desk.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'DESK_TABLE_NAME', 'ACCESS_TABLE_NAME', 'VAULT_TABLE_NAME');
const tables = dynamoTables();

const context = readCaseRules(import.meta.dirname);

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  cases: dynamoLazyCases(tables, env.CASE_TABLE_NAME, context),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  context,
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
