import type * as z from 'zod';
import {
  readAnswerBy,
  readConversation,
  readPolicies,
  readProvince,
  readRoster,
} from '../../adapters/config/read-config.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoConversations } from '../../adapters/dynamodb/correspondence/conversations.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { backOff } from './back-off.ts';
import { equalInConstantTime } from './constant-time.ts';
import { newQueryCode, sha256 } from './digest.ts';
import { readEnv } from './env.ts';
import { limitUnavailable } from './http/rate-limit.ts';
import { secretSource } from './wired-secrets.ts';

/**
 * What the conversation with whoever writes to an account stands on, at WeChat as at WeCom. `directory`: that of the
 * bundle. `account`: how the secret entry named `secretName` is written.
 */
export function wiredConversation<Account extends z.ZodType>(directory: string, secretName: string, account: Account) {
  const env = readEnv('VAULT_TABLE_NAME', 'CASE_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME');
  const tables = dynamoTables();
  const roster = readRoster(directory);
  const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);
  return {
    ...readConversation(directory),
    account: secretReader(secretSource(secretName), account),
    seal: { isSignature, openSeal, sealMessage, signatureOf },
    readFields,
    conversations: dynamoConversations(tables, env.CORRESPONDENCE_TABLE_NAME),
    limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
    progress: {
      complaints: vault,
      cases: dynamoLazyCases(tables, env.CASE_TABLE_NAME, roster),
      policies: readPolicies(directory),
      roster,
      equalInConstantTime,
    },
    vault,
    provinceLetters: readProvince(directory).letters,
    answerBy: readAnswerBy(directory),
    newQueryCode,
    sha256,
    backOff,
  };
}
