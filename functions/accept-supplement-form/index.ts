import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { readSite } from '../../adapters/config/read-site.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTally } from '../../adapters/dynamodb/correspondence/tally.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { s3UploadForms } from '../../adapters/s3/upload-forms.ts';
import { equalInConstantTime } from '../shared/constant-time.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'INBOX_BUCKET_NAME', 'INBOX_ADDRESS');
const tables = dynamoTables();
const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);
const { letters, web } = readProvince(import.meta.dirname);

export const handler = createHandler({
  site: readSite(import.meta.dirname),
  vault,
  complaints: vault,
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  tally: dynamoTally(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: web,
  uploadForm: s3UploadForms(new S3Client(), { bucketName: env.INBOX_BUCKET_NAME, address: env.INBOX_ADDRESS }),
  provinceLetters: letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newKey: randomUUID,
  newQueryCode,
  sha256,
  equalInConstantTime,
});
