import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readProvince } from '../../adapters/config/read-config.ts';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { s3Ledgers } from '../../adapters/s3/ledgers.ts';
import { sqsNoticeQueue } from '../../adapters/sqs/notice-queue.ts';
import { sealLetter } from '../../domain/notices/lists/seal-letter.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'LEDGER_BUCKET_NAME', 'NOTICE_QUEUE_URL', 'URGENT_NOTICE_QUEUE_URL');
const auditor = readProvince(import.meta.dirname).audit?.email;
const queue = sqsNoticeQueue(new SQSClient(), { ordinary: env.NOTICE_QUEUE_URL, urgent: env.URGENT_NOTICE_QUEUE_URL });

export const handler = createHandler({
  entries: dynamoDayEntries(dynamoTables(), env.CASE_TABLE_NAME),
  ledgers: s3Ledgers(new S3Client(), env.LEDGER_BUCKET_NAME),
  tell: async (seal) => {
    if (auditor !== undefined) await queue.send([sealLetter(seal, auditor, sha256)]);
  },
  sha256,
});
