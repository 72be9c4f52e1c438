import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { dynamoSenderLinks } from '../../adapters/dynamodb/sender-links.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { hmacSha256 } from '../../adapters/keyed-hash.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { readEnv } from '../shared/env.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'SENDERS_TABLE_NAME', 'SENDERS_SECRET_NAME', 'DEAD_LETTER_QUEUE_URL');
const tables = dynamoTables();

/** The keys of the province, the one that will stay first: {"keys": [64 hexadecimal digits, …]}. */
const SendersSecret = z.object({
  keys: z
    .array(z.string().regex(/^[0-9a-f]{64}$/i))
    .min(1)
    .max(3),
});
const secret = secretReader(secretSource(env.SENDERS_SECRET_NAME), SendersSecret);

export const handler = createHandler({
  links: dynamoSenderLinks(tables, env.SENDERS_TABLE_NAME),
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  keys: async () => (await secret()).keys,
  hash: hmacSha256,
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
  now: () => new Date(),
});
