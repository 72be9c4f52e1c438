import { S3Client } from '@aws-sdk/client-s3';
import { readCaseRules, readProvince, readRules } from '../../adapters/config/read-config.ts';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { readMatters } from '../../adapters/config/read-matters.ts';
import { readPlaceNames } from '../../adapters/config/read-place-names.ts';
import { dynamoBatches } from '../../adapters/dynamodb/cases/batches.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3KeptFiles } from '../../adapters/s3/kept-files.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { lazy } from '../../domain/lazy.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { livingRules } from '../shared/living-rules.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'DESK_TABLE_NAME', 'EVIDENCE_BUCKET_NAME', 'ROSTER_TABLE_NAME');
const tables = dynamoTables();
const taxonomy = readRules<Taxonomy>(import.meta.dirname, 'taxonomy');
const { matters } = readRules<{ matters: Record<string, { name: string }> }>(import.meta.dirname, 'matters');
const people = dynamoPeople(tables, env.ROSTER_TABLE_NAME, itemUnrecognised);
const seed = readCaseRules(import.meta.dirname);
const facts = { subtypes: taxonomy.subtypes, placeNameOf: readPlaceNames(import.meta.dirname) };
const { rules, upToDate } = livingRules({ ...seed, ...facts }, people);

const named = (table: Readonly<Record<string, { readonly name: string }>>) =>
  Object.entries(table).map(([value, { name: label }]) => ({ value, label }));

const serve = createHandler({
  ...deskOfProvince(readProvince(import.meta.dirname).name, seed.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, seed),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, rules),
  batches: dynamoBatches(tables, env.CASE_TABLE_NAME),
  context: rules,
  mattersOn: readMatters(import.meta.dirname),
  keptFiles: s3KeptFiles(new S3Client(), env.EVIDENCE_BUCKET_NAME),
  choices: {
    matters: named(matters),
    subtypes: named(taxonomy.subtypes),
    divisions: lazy(() => readFormSettings(import.meta.dirname).places),
  },
});

export const handler = upToDate(serve);
