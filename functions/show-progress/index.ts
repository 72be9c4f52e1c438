import { timingSafeEqual } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME');
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = createHandler({
  complaints: dynamoVault(dynamo, VAULT_TABLE_NAME),
  cases: dynamoCaseStore(dynamo, CASE_TABLE_NAME),
  // Digests are of one length, which is what the comparison needs.
  sameText: (one, other) => timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other))),
});
