import { S3Client } from '@aws-sdk/client-s3';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { readSite } from '../../adapters/config/read-site.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { factsOf } from '../../adapters/photos/photo-facts.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { s3UploadInbox } from '../../adapters/s3/upload-inbox.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');
const tables = dynamoTables();
const s3 = new S3Client();
const { letters, web } = readProvince(import.meta.dirname);

export const handler = createHandler({
  site: readSite(import.meta.dirname),
  inbox: s3UploadInbox(s3, env.INBOX_BUCKET_NAME),
  positionOf: (bytes) => factsOf(bytes).position,
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: web,
  uploadForm: s3UploadForms(s3, { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
  provinceLetters: letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
