import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  readAnswerBy,
  readConversation,
  readPolicies,
  readProvince,
  readRoster,
} from '../../adapters/config/read-config.ts';
import { dynamoCaseReader } from '../../adapters/dynamodb/case-reader.ts';
import { dynamoConversations } from '../../adapters/dynamodb/conversations.ts';
import { dynamoLimits } from '../../adapters/dynamodb/limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { backOff } from '../shared/back-off.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/limit.ts';
import { sameText } from '../shared/same-text.ts';
import { WechatAccount } from './account.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CASE_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'WECHAT_SECRET_NAME');
const tables = dynamoTables();
const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);

export const handler = createHandler({
  ...readConversation(import.meta.dirname),
  account: secretReader(new SecretsManagerClient(), env.WECHAT_SECRET_NAME, WechatAccount),
  seal: { isSignature, openSeal, sealMessage, signatureOf },
  readFields,
  conversations: dynamoConversations(tables, env.CORRESPONDENCE_TABLE_NAME),
  limits: dynamoLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  progress: {
    complaints: vault,
    cases: dynamoCaseReader(tables, env.CASE_TABLE_NAME),
    policies: readPolicies(import.meta.dirname),
    roster: readRoster(import.meta.dirname),
    sameText,
  },
  vault,
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
  backOff,
});
