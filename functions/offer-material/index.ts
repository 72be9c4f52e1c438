import { S3Client } from '@aws-sdk/client-s3';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { readEnv } from '../shared/env.ts';
import { newSecret } from '../shared/photo-offer.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');

export const handler = createHandler({
  cases: dynamoCaseStore(dynamoTables(), env.CASE_TABLE_NAME),
  context: readCaseRules(import.meta.dirname),
  uploadForm: s3UploadForms(new S3Client(), { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
  newSecret,
});
