import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTally } from '../../adapters/dynamodb/correspondence/tally.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { sqsUploadOrders } from '../../adapters/sqs/upload-orders.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'UPLOAD_QUEUE_URL');
const tables = dynamoTables();
const { letters, web } = readProvince(import.meta.dirname);

export const handler = createHandler({
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  tally: dynamoTally(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  perHour: web,
  claimUploads: sqsUploadOrders(new SQSClient(), env.UPLOAD_QUEUE_URL),
  provinceLetters: letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
