import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCaseContext } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { analyse } from '../../domain/analysis.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('CASE_TABLE_NAME', 'VAULT_TABLE_NAME', 'DEAD_LETTER_QUEUE_URL');
const tables = dynamoTables();
const rules = readAnalysisRules(import.meta.dirname);

export const handler = createHandler({
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  analyse: (complaint) => analyse(complaint, rules),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  context: readCaseContext(import.meta.dirname),
  setAside: sqsDeadLetters(new SQSClient(), env.DEAD_LETTER_QUEUE_URL),
});
