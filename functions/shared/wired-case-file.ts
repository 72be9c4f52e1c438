import { readProvince } from '../../adapters/config/read-config.ts';
import { dynamoNoticesOf } from '../../adapters/dynamodb/notices/case-notices.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoSenderLinks } from '../../adapters/dynamodb/sender-links.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { readEnv } from './env.ts';
import { itemUnrecognised } from './event-sources/item-unrecognised.ts';

const env = readEnv('CASE_TABLE_NAME', 'SENDERS_TABLE_NAME', 'VAULT_TABLE_NAME', 'NOTICE_TABLE_NAME');
const tables = dynamoTables();
const { records } = readProvince(import.meta.dirname).privacy;

export const complaints = dynamoVault(tables, env.VAULT_TABLE_NAME);
export const history = dynamoSenderLinks(tables, env.SENDERS_TABLE_NAME);
export const noticesOf = dynamoNoticesOf(tables, env.CASE_TABLE_NAME, itemUnrecognised);
export const handOversOf = dynamoKeptNotices(tables, env.NOTICE_TABLE_NAME, records.years).ofCase;
