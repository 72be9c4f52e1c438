import { SQSClient } from '@aws-sdk/client-sqs';
import { readCaseRules, readNoticeHours, readProvince } from '../../adapters/config/read-config.ts';
import { readWayRules } from '../../adapters/config/read-handling-ways.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoSuppressions } from '../../adapters/dynamodb/correspondence/suppressions.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/notices/deliveries.ts';
import { dynamoIncidents } from '../../adapters/dynamodb/notices/incidents.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsNoticeQueue } from '../../adapters/sqs/notice-queue.ts';
import { staffAddressesIn } from '../../domain/organs.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { livingRules } from '../shared/living-rules.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ROSTER_TABLE_NAME',
  'CORRESPONDENCE_TABLE_NAME',
  'NOTICE_TABLE_NAME',
  'NOTICE_QUEUE_URL',
  'URGENT_NOTICE_QUEUE_URL',
  'DEAD_LETTER_QUEUE_URL',
);
const tables = dynamoTables();
const sqs = new SQSClient();
const people = dynamoPeople(tables, env.ROSTER_TABLE_NAME, itemUnrecognised);
const { rules, upToDate } = livingRules(readCaseRules(import.meta.dirname), people);
const { audit, privacy } = readProvince(import.meta.dirname);
const hours = readNoticeHours(import.meta.dirname);

const record = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, rules),
  rules,
  auditor: audit?.email,
  wayLists: { ...readWayRules(import.meta.dirname), lists: dynamoLists(tables, env.CASE_TABLE_NAME, rules), hours },
  incidents: dynamoIncidents(tables, env.CASE_TABLE_NAME),
  deliveries: dynamoDeliveries(tables, env.CASE_TABLE_NAME, itemUnrecognised),
  kept: dynamoKeptNotices(tables, env.NOTICE_TABLE_NAME, privacy.records.years),
  suppressions: dynamoSuppressions(tables, env.CORRESPONDENCE_TABLE_NAME),
  noticeQueue: sqsNoticeQueue(sqs, { ordinary: env.NOTICE_QUEUE_URL, urgent: env.URGENT_NOTICE_QUEUE_URL }),
  staff: () => staffAddressesIn(rules.organs),
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
});

export const handler = upToDate(record);
