import { SQSClient } from '@aws-sdk/client-sqs';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCampaigns } from '../../adapters/config/read-campaigns.ts';
import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readRepeatRules } from '../../adapters/config/read-repeat-rules.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoRepeats } from '../../adapters/dynamodb/cases/repeats.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsReceiptQueue } from '../../adapters/sqs/receipt-queue.ts';
import { analyse } from '../../domain/analysis.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { lazy } from '../../domain/lazy.ts';
import { readEnv } from '../shared/env.ts';
import { RepeatsSecret } from '../shared/repeats-secret.ts';
import { secretSource } from '../shared/wired-secrets.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'MEDIA_QUEUE_URL',
  'REPEATS_SECRET_NAME',
  'DEAD_LETTER_QUEUE_URL',
);
const tables = dynamoTables();
const sqs = new SQSClient();
const rulesOn = readAnalysisRules(import.meta.dirname);
const repeatRules = readRepeatRules(import.meta.dirname);
const context = lazy(() => readCaseRules(import.meta.dirname));
const campaigns = lazy(() => readCampaigns(import.meta.dirname));

export const handler = createHandler({
  complaints: dynamoVault(tables, env.VAULT_TABLE_NAME),
  analyse: (complaint, now) => analyse(complaint, rulesOn(dayOf(now))),
  repeats: {
    ...dynamoRepeats(tables, env.CASE_TABLE_NAME),
    get rules() {
      return repeatRules();
    },
    provinceLetters: readProvince(import.meta.dirname).letters,
    hashKey: secretReader(secretSource(env.REPEATS_SECRET_NAME), RepeatsSecret),
  },
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, {
    get organs() {
      return context().organs;
    },
  }),
  get context() {
    return context();
  },
  get campaigns() {
    return campaigns();
  },
  fetchLater: sqsReceiptQueue(sqs, env.MEDIA_QUEUE_URL),
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
});
