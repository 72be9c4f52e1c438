import { S3Client } from '@aws-sdk/client-s3';
import { zipOf } from '../../adapters/archive/zip.ts';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { s3Evidence } from '../../adapters/s3/evidence.ts';
import { s3EvidenceFiles, s3FileReader } from '../../adapters/s3/evidence-files.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ACCESS_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'EVIDENCE_BUCKET_NAME',
  'ARCHIVES_BUCKET_NAME',
  'ARCHIVES_ADDRESS',
);
const tables = dynamoTables();
const s3 = new S3Client();
const archives = { bucketName: env.ARCHIVES_BUCKET_NAME, address: env.ARCHIVES_ADDRESS };

export const handler = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  context: readCaseRules(import.meta.dirname),
  access: dynamoAccessRecord(tables, env.ACCESS_TABLE_NAME),
  files: s3FileReader(s3, env.EVIDENCE_BUCKET_NAME),
  archives: { put: s3Evidence(s3, env.ARCHIVES_BUCKET_NAME).put, ...s3EvidenceFiles(s3, archives) },
  pack: zipOf,
});
