import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoAccessTokens } from '../../adapters/dynamodb/correspondence/access-tokens.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { lazyStripMetadata } from '../../adapters/photos/lazy-strip-metadata.ts';
import { s3Evidence } from '../../adapters/s3/evidence.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { wechatAccounts } from '../../adapters/wechat/accounts.ts';
import { wechatMedia } from '../../adapters/wechat/media.ts';
import { sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'EVIDENCE_BUCKET_NAME', 'DEAD_LETTER_QUEUE_URL');
const tables = dynamoTables();
const cache = dynamoAccessTokens(tables, env.CORRESPONDENCE_TABLE_NAME);
const { wechat, wecom } = wechatAccounts(process.env, secretSource, cache);

export const handler = createHandler({
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  media: { wechat: wechatMedia(wechat), ...(wecom && { wecom: wechatMedia(wecom.api) }) },
  stripMetadata: lazyStripMetadata,
  evidence: s3Evidence(new S3Client(), env.EVIDENCE_BUCKET_NAME),
  sha256,
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
});
