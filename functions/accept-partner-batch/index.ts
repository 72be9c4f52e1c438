import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { readPartners } from '../../adapters/config/read-partners.ts';
import { dynamoRateLimits } from '../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { secretEntries } from '../../adapters/secrets/secret-entries.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { PARTNERS_SECRET } from '../accept-partner-complaint/partner-order.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/http/rate-limit.ts';
import { secretSource } from '../shared/wired-secrets.ts';

import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME', 'CORRESPONDENCE_TABLE_NAME', 'PARTNERS_SECRET_NAME');
const tables = dynamoTables();

export const handler = createHandler({
  secrets: secretEntries(secretSource(env.PARTNERS_SECRET_NAME), PARTNERS_SECRET),
  partners: readPartners(import.meta.dirname),
  isSignedBy,
  readTable,
  limits: dynamoRateLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable),
  vault: dynamoVault(tables, env.VAULT_TABLE_NAME),
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  newQueryCode,
  sha256,
});
