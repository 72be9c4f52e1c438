import { readAnswerBy, readProvince } from '../../adapters/config/read-config.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { newQueryCode, sha256 } from '../shared/digest.ts';
import { readEnv } from '../shared/env.ts';
import { sameText } from '../shared/same-text.ts';
import { createHandler } from './handler.ts';

const env = readEnv('VAULT_TABLE_NAME');
const vault = dynamoVault(dynamoTables(), env.VAULT_TABLE_NAME);

export const handler = createHandler({
  vault,
  complaints: vault,
  provinceLetters: readProvince(import.meta.dirname).letters,
  answerBy: readAnswerBy(import.meta.dirname),
  ...{ newQueryCode, sha256, sameText },
});
