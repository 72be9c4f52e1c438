import { S3Client } from '@aws-sdk/client-s3';
import { readProvince } from '../../adapters/config/read-config.ts';
import { readSite } from '../../adapters/config/read-site.ts';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { s3Ledgers } from '../../adapters/s3/ledgers.ts';
import { equalInConstantTime } from '../shared/constant-time.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'LEDGER_BUCKET_NAME');
const tables = dynamoTables();
const { web } = readProvince(import.meta.dirname);

export const handler = createHandler({
  site: readSite(import.meta.dirname),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  ledgers: s3Ledgers(new S3Client(), env.LEDGER_BUCKET_NAME),
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: web,
  equalInConstantTime,
  sha256,
});
