import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { s3Evidence } from '../../adapters/s3/evidence.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'EVIDENCE_BUCKET_NAME', 'DEAD_LETTER_QUEUE_URL');
const tables = dynamoTables();

export const handler = createHandler({
  readMail,
  evidence: s3Evidence(new S3Client(), env.EVIDENCE_BUCKET_NAME),
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
