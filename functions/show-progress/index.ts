import { timingSafeEqual } from 'node:crypto';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  complaints: dynamoVault(tables, VAULT_TABLE_NAME),
  cases: dynamoCaseStore(tables, CASE_TABLE_NAME),
  // Digests are of one length, which is what the comparison needs.
  sameText: (one, other) => timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other))),
});
