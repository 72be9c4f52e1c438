import { SQSClient } from '@aws-sdk/client-sqs';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { eventsInRecords } from '../../adapters/dynamodb/cases/stream-events.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/notices/deliveries.ts';
import { dynamoIncidents } from '../../adapters/dynamodb/notices/incidents.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsNoticeQueue } from '../../adapters/sqs/notice-queue.ts';
import { sqsReceiptQueue } from '../../adapters/sqs/receipt-queue.ts';
import { recordedQueue } from '../../usecases/notices/relaying/recorded-queue.ts';
import { readEnv } from '../shared/env.ts';
import { itemUnrecognised } from '../shared/event-sources/item-unrecognised.ts';
import { livingRules } from '../shared/living-rules.ts';
import { createHandler } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ROSTER_TABLE_NAME',
  'NOTICE_QUEUE_URL',
  'URGENT_NOTICE_QUEUE_URL',
  'REGISTER_QUEUE_URL',
  'DEAD_LETTER_QUEUE_URL',
);
const tables = dynamoTables();
const sqs = new SQSClient();
const people = dynamoPeople(tables, env.ROSTER_TABLE_NAME, itemUnrecognised);
const { rules, upToDate } = livingRules(readCaseRules(import.meta.dirname), people);

const noticeQueue = sqsNoticeQueue(sqs, { ordinary: env.NOTICE_QUEUE_URL, urgent: env.URGENT_NOTICE_QUEUE_URL });

const relay = createHandler({
  eventOf: eventsInRecords(rules),
  entries: dynamoDayEntries(tables, env.CASE_TABLE_NAME),
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME, rules),
  incidents: dynamoIncidents(tables, env.CASE_TABLE_NAME),
  noticeQueue: recordedQueue(noticeQueue, dynamoDeliveries(tables, env.CASE_TABLE_NAME)),
  registerLater: sqsReceiptQueue(sqs, env.REGISTER_QUEUE_URL),
  rules,
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
  now: () => new Date(),
});

export const handler = upToDate(relay);
