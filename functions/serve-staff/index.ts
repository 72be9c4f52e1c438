import { S3Client } from '@aws-sdk/client-s3';
import { readCaseRules, readRules } from '../../adapters/config/read-config.ts';
import { readHandlingWays } from '../../adapters/config/read-handling-ways.ts';
import { readMatters } from '../../adapters/config/read-matters.ts';
import { readPlaceNames } from '../../adapters/config/read-place-names.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { dynamoWorklists } from '../../adapters/dynamodb/worklists.ts';
import { s3EvidenceFiles } from '../../adapters/s3/evidence-files.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME', 'EVIDENCE_BUCKET_NAME', 'EVIDENCE_ADDRESS');
const tables = dynamoTables();
const taxonomy = readRules<Taxonomy>(import.meta.dirname, 'taxonomy');

export const handler = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  worklists: dynamoWorklists(tables, env.CASE_TABLE_NAME),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  files: s3EvidenceFiles(new S3Client(), { bucketName: env.EVIDENCE_BUCKET_NAME, address: env.EVIDENCE_ADDRESS }),
  waysOf: readHandlingWays(import.meta.dirname),
  context: {
    ...readCaseRules(import.meta.dirname),
    subtypes: Object.keys(taxonomy.subtypes),
    placeNameOf: readPlaceNames(import.meta.dirname),
  },
  mattersOn: readMatters(import.meta.dirname),
});
