import { S3Client } from '@aws-sdk/client-s3';
import { readProvince, readRoster } from '../../adapters/config/read-config.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { s3EvidenceFiles } from '../../adapters/s3/evidence-files.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { createDeskHandler, createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ACCESS_TABLE_NAME',
  'DESK_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'EVIDENCE_BUCKET_NAME',
  'EVIDENCE_ADDRESS',
);
const tables = dynamoTables();

const context = readRoster(import.meta.dirname);

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, context),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  files: s3EvidenceFiles(new S3Client(), { bucketName: env.EVIDENCE_BUCKET_NAME, address: env.EVIDENCE_ADDRESS }),
  context,
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
