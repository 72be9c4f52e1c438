import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoSentLetters } from '../../adapters/dynamodb/correspondence/sent-letters.ts';
import { dynamoSuppressions } from '../../adapters/dynamodb/correspondence/suppressions.ts';
import { dynamoThreads } from '../../adapters/dynamodb/correspondence/threads.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { threadAddresses } from '../../adapters/email/thread-address.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { lazyStripMetadata } from '../../adapters/photos/lazy-strip-metadata.ts';
import { s3Evidence } from '../../adapters/s3/evidence.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsReturnedNotices } from '../../adapters/sqs/returned-notices.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { ThreadsSecret } from '../shared/threads-secret.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'VAULT_TABLE_NAME',
  'CORRESPONDENCE_TABLE_NAME',
  'EVIDENCE_BUCKET_NAME',
  'THREADS_SECRET_NAME',
  'DEAD_LETTER_QUEUE_URL',
  'BOUNCES_QUEUE_URL',
);
const tables = dynamoTables();
const sqs = new SQSClient();
const { letters, mail } = readProvince(import.meta.dirname);
const threadsKey = secretReader(secretSource(env.THREADS_SECRET_NAME), ThreadsSecret);

export const handler = createHandler({
  readMail,
  stripMetadata: lazyStripMetadata,
  evidence: s3Evidence(new S3Client(), env.EVIDENCE_BUCKET_NAME),
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  threads: dynamoThreads(tables, env.CORRESPONDENCE_TABLE_NAME),
  addresses: threadAddresses(threadsKey, mail.intake),
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  suppressions: dynamoSuppressions(tables, env.CORRESPONDENCE_TABLE_NAME),
  sentLetters: dynamoSentLetters(tables, env.CORRESPONDENCE_TABLE_NAME),
  returned: sqsReturnedNotices(sqs, env.BOUNCES_QUEUE_URL),
  ownSender: mail.from.toLowerCase(),
  provinceLetters: letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
