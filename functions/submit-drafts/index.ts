import { readAnswerBy, readConversation, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoConversations } from '../../adapters/dynamodb/correspondence/conversations.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { backOff } from '../shared/back-off.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  settings: readConversation(import.meta.dirname).settings,
  conversations: dynamoConversations(tables, env.CORRESPONDENCE_TABLE_NAME),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
  backOff,
});
