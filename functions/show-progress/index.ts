import { readPolicies, readProvince, readRoster } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { equalInConstantTime } from '../shared/constant-time.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME');
const tables = dynamoTables();
const roster = readRoster(import.meta.dirname);

export const handler = createHandler({
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, roster),
  policies: readPolicies(import.meta.dirname),
  roster,
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: readProvince(import.meta.dirname).web,
  equalInConstantTime,
});
