import { S3Client } from '@aws-sdk/client-s3';
import { readProvince } from '../../adapters/config/read-config.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CORRESPONDENCE_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');

export const handler = createHandler({
  limits: dynamoRateLimits(dynamoTables(), env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: readProvince(import.meta.dirname).web,
  uploadForm: s3UploadForms(new S3Client(), { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
});
