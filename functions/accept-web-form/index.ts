import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { readSite } from '../../adapters/config/read-site.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTally } from '../../adapters/dynamodb/correspondence/tally.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');
const tables = dynamoTables();
const { letters, web } = readProvince(import.meta.dirname);
const inbox = { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS };

export const handler = createHandler({
  site: readSite(import.meta.dirname),
  form: readFormSettings(import.meta.dirname),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  tally: dynamoTally(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: web,
  uploadForm: s3UploadForms(new S3Client(), inbox),
  provinceLetters: letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newKey: randomUUID,
  newQueryCode,
  sha256,
});
