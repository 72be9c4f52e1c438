import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';
import { PartnerSecrets } from './partner-order.ts';

const env = readEnv('VAULT_TABLE_NAME', 'PARTNERS_SECRET_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  partners: secretReader(new SecretsManagerClient(), env.PARTNERS_SECRET_NAME, PartnerSecrets),
  isSignedBy,
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
