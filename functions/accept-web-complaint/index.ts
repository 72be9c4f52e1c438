import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
