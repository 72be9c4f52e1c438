import { SQSClient } from '@aws-sdk/client-sqs';
import { readCaseRules, readNoticeHours, readProvince, readRules } from '../../adapters/config/read-config.ts';
import { readWayRules } from '../../adapters/config/read-handling-ways.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { dynamoLazyCases } from '../../adapters/dynamodb/cases/lazy-cases.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/notices/deliveries.ts';
import { dynamoIncidents } from '../../adapters/dynamodb/notices/incidents.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsNoticeQueue } from '../../adapters/sqs/notice-queue.ts';
import { wordsOf } from '../../domain/notices/delivery/hand-over.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { complainantOf } from '../../usecases/notices/delivery/complainant-of.ts';
import { recordedQueue } from '../../usecases/notices/relaying/recorded-queue.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { livingRules } from '../shared/living-rules.ts';
import { workedAt } from '../shared/time.ts';
import { createHandler } from './handler.ts';
import { wiredTransports } from './wired-transports.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ROSTER_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'DEAD_LETTER_QUEUE_URL',
  'NOTICE_TABLE_NAME',
  'NOTICE_QUEUE_URL',
  'URGENT_NOTICE_QUEUE_URL',
);
const here = import.meta.dirname;
const tables = dynamoTables();
const sqs = new SQSClient();
const province = readProvince(here);
const { sms, audit, privacy } = province;

const { rules, upToDate } = livingRules(
  readCaseRules(here),
  dynamoPeople(tables, env.ROSTER_TABLE_NAME, itemUnrecognised),
);
const hours = readNoticeHours(here);
const { occasions = [] } = readRules<ProvinceRules>(here, 'routing');
const lists = dynamoLists(tables, env.CASE_TABLE_NAME, rules, itemUnrecognised);
const deliveries = dynamoDeliveries(tables, env.CASE_TABLE_NAME, itemUnrecognised);
const noticeQueue = sqsNoticeQueue(sqs, { ordinary: env.NOTICE_QUEUE_URL, urgent: env.URGENT_NOTICE_QUEUE_URL });

const deliver = createHandler({
  cases: dynamoLazyCases(tables, env.CASE_TABLE_NAME, rules),
  rules,
  auditor: audit?.email,
  deliveries,
  kept: dynamoKeptNotices(tables, env.NOTICE_TABLE_NAME, privacy.records.years),
  wordsOf: (notice, address) => wordsOf(notice, address, sms),
  hours,
  wayLists: { ...readWayRules(here), lists, hours },
  summaries: {
    ...{ lists, hours, missed: deliveries, entries: dynamoDayEntries(tables, env.CASE_TABLE_NAME), occasions },
    done: new Set(),
  },
  incidents: dynamoIncidents(tables, env.CASE_TABLE_NAME),
  noticeQueue: recordedQueue(noticeQueue, deliveries),
  complainantOf: complainantOf(dynamoVault(tables, env.VAULT_TABLE_NAME).readContact),
  ...wiredTransports(province, tables),
  callAgain: province.callbacks?.retryMinutes,
  timeOf: workedAt,
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
});

export const handler = upToDate(deliver);
