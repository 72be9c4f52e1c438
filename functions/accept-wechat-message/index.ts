import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';
import { WechatAccount } from './wechat-message.ts';

const env = readEnv('VAULT_TABLE_NAME', 'WECHAT_SECRET_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  account: secretReader(new SecretsManagerClient(), env.WECHAT_SECRET_NAME, WechatAccount),
  seal: { isSignature, openSeal, sealMessage, signatureOf },
  readFields,
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
