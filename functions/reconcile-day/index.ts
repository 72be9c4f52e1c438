import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoCasesChanged } from '../../adapters/dynamodb/cases/cases-changed.ts';
import { dynamoNoticesOf } from '../../adapters/dynamodb/notices/case-notices.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { dynamoVaultChannels } from '../../adapters/dynamodb/vault/vault-channels.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { livingRules } from '../shared/living-rules.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CASE_TABLE_NAME', 'ROSTER_TABLE_NAME');
const tables = dynamoTables();
const { rules, upToDate } = livingRules(
  readCaseRules(import.meta.dirname),
  dynamoPeople(tables, env.ROSTER_TABLE_NAME, itemUnrecognised),
);

const reconcile = createHandler({
  all: dynamoVaultChannels(tables, env.VAULT_TABLE_NAME, itemUnrecognised),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, rules),
  happened: dynamoCasesChanged(tables, env.CASE_TABLE_NAME),
  noticesOf: dynamoNoticesOf(tables, env.CASE_TABLE_NAME, itemUnrecognised),
  rules,
});

export const handler = upToDate(reconcile);
