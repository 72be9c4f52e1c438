import { S3Client } from '@aws-sdk/client-s3';
import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoDesk } from '../../adapters/dynamodb/desk/desk.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { servingBoth } from '../shared/desk/both-entrances.ts';
import { deskOfProvince } from '../shared/desk/site.ts';
import { readEnv } from '../shared/env.ts';
import { newSecret } from '../shared/submission/photo-offer.ts';
import { createDeskHandler } from './desk.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'DESK_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');

const tables = dynamoTables();

const context = readCaseRules(import.meta.dirname);

const deps = {
  ...deskOfProvince(readProvince(import.meta.dirname).name, context.organs),
  ...dynamoDesk(tables, env.DESK_TABLE_NAME, context),
  cases: dynamoLazyCases(tables, env.CASE_TABLE_NAME, context),
  context,
  uploadForm: s3UploadForms(new S3Client(), { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
  newSecret,
};

export const handler = servingBoth(createHandler(deps), createDeskHandler(deps));
