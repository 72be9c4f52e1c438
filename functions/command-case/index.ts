import { S3Client } from '@aws-sdk/client-s3';
import { readCaseRules, readRules } from '../../adapters/config/read-config.ts';
import { readMatters } from '../../adapters/config/read-matters.ts';
import { readPlaceNames } from '../../adapters/config/read-place-names.ts';
import { dynamoBatches } from '../../adapters/dynamodb/cases/batches.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3KeptFiles } from '../../adapters/s3/kept-files.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'EVIDENCE_BUCKET_NAME');
const tables = dynamoTables();
const context = readCaseRules(import.meta.dirname);
const taxonomy = readRules<Taxonomy>(import.meta.dirname, 'taxonomy');

export const handler = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, context),
  batches: dynamoBatches(tables, env.CASE_TABLE_NAME),
  lists: dynamoLists(tables, env.CASE_TABLE_NAME, context, itemUnrecognised),
  context: {
    ...context,
    subtypes: taxonomy.subtypes,
    placeNameOf: readPlaceNames(import.meta.dirname),
  },
  mattersOn: readMatters(import.meta.dirname),
  keptFiles: s3KeptFiles(new S3Client(), env.EVIDENCE_BUCKET_NAME),
});
