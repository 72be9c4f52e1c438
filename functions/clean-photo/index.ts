import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoAwaitedUploads } from '../../adapters/dynamodb/correspondence/awaited-uploads.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { cleanPhoto } from '../../adapters/photos/clean-photo.ts';
import { stripPosition } from '../../adapters/photos/strip-position.ts';
import { s3Evidence } from '../../adapters/s3/evidence.ts';
import { s3UploadInbox } from '../../adapters/s3/upload-inbox.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { takePhoto } from '../shared/submission/photo-offer.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'VAULT_TABLE_NAME',
  'CORRESPONDENCE_TABLE_NAME',
  'INBOX_BUCKET_NAME',
  'EVIDENCE_BUCKET_NAME',
  'DEAD_LETTER_QUEUE_URL',
);
const s3 = new S3Client();
const tables = dynamoTables();
const limits = dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable);

export const handler = createHandler({
  awaited: dynamoAwaitedUploads(tables, env.CORRESPONDENCE_TABLE_NAME),
  inbox: s3UploadInbox(s3, env.INBOX_BUCKET_NAME),
  evidence: s3Evidence(s3, env.EVIDENCE_BUCKET_NAME),
  clean: cleanPhoto,
  stripPosition,
  takeAnother: (receipt, now) => takePhoto(receipt, now, limits),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
