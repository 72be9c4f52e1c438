import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { CallbacksSecret, partnerCallbacks } from '../../adapters/callbacks/callbacks.ts';
import {
  readAcknowledgementCaps,
  readCaseRules,
  readFailoverRule,
  readNoticeHours,
  readProvince,
  readRules,
} from '../../adapters/config/read-config.ts';
import { readWayRules } from '../../adapters/config/read-handling-ways.ts';
import { dynamoAccessTokens } from '../../adapters/dynamodb/access-tokens.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/day-entries.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { dynamoIncidents } from '../../adapters/dynamodb/incidents.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/kept-notices.ts';
import { dynamoLimits } from '../../adapters/dynamodb/limits.ts';
import { dynamoLists } from '../../adapters/dynamodb/lists.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoProviderHealth } from '../../adapters/dynamodb/provider-health.ts';
import { dynamoSentLetters } from '../../adapters/dynamodb/sent-letters.ts';
import { dynamoSuppressions } from '../../adapters/dynamodb/suppressions.ts';
import { dynamoTables } from '../../adapters/dynamodb/tables.ts';
import { dynamoThreads } from '../../adapters/dynamodb/threads.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { SmtpSecret } from '../../adapters/email/hosts.ts';
import { mailProviders } from '../../adapters/email/providers.ts';
import { sesEmail } from '../../adapters/email/ses.ts';
import { threadAddresses } from '../../adapters/email/thread-address.ts';
import { RobotsSecret } from '../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../adapters/robots/robots.ts';
import { secretReader } from '../../adapters/secrets/secret.ts';
import { smsProviders } from '../../adapters/sms/providers.ts';
import { SmsSecret } from '../../adapters/sms/sms-secret.ts';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsNoticeQueue } from '../../adapters/sqs/notice-queue.ts';
import { wechatAccounts } from '../../adapters/wechat/accounts.ts';
import { wechatMessages, wecomMessages } from '../../adapters/wechat/messages.ts';
import { wordsOf } from '../../domain/notices/hand-over.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { complainantOf } from '../../usecases/notices/complainant-of.ts';
import type { Send, Transports } from '../../usecases/notices/delivery.ts';
import { onRecord } from '../../usecases/notices/on-record.ts';
import { askProviders, byProviders } from '../../usecases/notices/providers.ts';
import { willingCallbacks } from '../../usecases/notices/send-callback.ts';
import { considerateMail } from '../../usecases/notices/send-mail.ts';
import { budgetedSms } from '../../usecases/notices/send-sms.ts';
import { pacedGroups } from '../../usecases/notices/send-to-groups.ts';
import { withinReach } from '../../usecases/notices/within-reach.ts';
import { count } from '../shared/count.ts';
import { readEnv } from '../shared/env.ts';
import { limitUnavailable } from '../shared/limit.ts';
import { livingRules } from '../shared/living-rules.ts';
import { logError, logInfo } from '../shared/log.ts';
import { ThreadsSecret } from '../shared/threads-secret.ts';
import { createHandler, wechatBarred } from './handler.ts';

const env = readEnv(
  'CASE_TABLE_NAME',
  'ROSTER_TABLE_NAME',
  'VAULT_TABLE_NAME',
  'CORRESPONDENCE_TABLE_NAME',
  'DEAD_LETTER_QUEUE_URL',
  'NOTICE_TABLE_NAME',
  'NOTICE_QUEUE_URL',
  'URGENT_NOTICE_QUEUE_URL',
  'MAIL_FROM',
  'EMAIL_TRANSPORT',
  'THREADS_SECRET_NAME',
  'SMS_SECRET_NAME',
  'REACH',
);
/** A call that hangs must end while the function can still write down that its outcome is unknown. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

const tables = dynamoTables();
const sqs = new SQSClient();
const secrets = new SecretsManagerClient();
const vault = dynamoVault(tables, env.VAULT_TABLE_NAME);
const province = readProvince(import.meta.dirname);
const { sms, mail, wechat: account, reach, audit, privacy, partners, organiser, staff } = province;
const callAgain = province.callbacks?.retryMinutes;
const threads = threadAddresses(secretReader(secrets, env.THREADS_SECRET_NAME, ThreadsSecret), mail.intake);
const tokens = dynamoAccessTokens(tables, env.CORRESPONDENCE_TABLE_NAME);
const { wechat, wecom } = wechatAccounts(process.env, secrets, tokens);

const limits = dynamoLimits(tables, env.CORRESPONDENCE_TABLE_NAME, limitUnavailable);

const own = [organiser.pages, ...(staff.desk === undefined ? [] : [staff.desk])];
const letters = { from: env.MAIL_FROM, replyTo, nameOf, own };
const health = dynamoProviderHealth(tables, env.CORRESPONDENCE_TABLE_NAME, (error) =>
  logError('provider-health-unknown', error),
);
const providing = { health, rule: readFailoverRule(import.meta.dirname), stopWatch: () => performance.now() };
const smsSurroundings = {
  secret: secretReader(secrets, env.SMS_SECRET_NAME, SmsSecret),
  now: () => new Date(),
  endpoint: process.env.SMS_ENDPOINT,
};

const texters = smsProviders(sms, smsSurroundings);

const suppressions = dynamoSuppressions(tables, env.CORRESPONDENCE_TABLE_NAME);

const transports: Transports = {
  email: considerateMail({
    send: byProviders('email', mailProviders(mail, letters, mailers()), providing),
    suppressions,
    limits,
    caps: readAcknowledgementCaps(import.meta.dirname),
    ownAddresses: [mail.from, mail.intake],
    sentLetters: dynamoSentLetters(tables, env.CORRESPONDENCE_TABLE_NAME),
    threads: dynamoThreads(tables, env.CORRESPONDENCE_TABLE_NAME),
    onWithheld,
    onForgotten: (error) => logError('thread-not-remembered', error),
  }),
  sms: budgetedSms({
    send: byProviders('sms', texters, providing),
    limits,
    perDay: sms.perDay ?? 10,
    onSpent: () => count('SmsBudgetSpent'),
  }),
  wechat: wechatMessages(wechat, { subscription: account.subscription, onBarred: wechatBarred }),
  ...(wecom && { wecom: wecomMessages(wecom.api, wecom.agentId, wechatBarred) }),
  ...robots(),
  ...callbacks(),
};

const people = dynamoPeople(tables, env.ROSTER_TABLE_NAME);
const { rules, upToDate } = livingRules(readCaseRules(import.meta.dirname), people);

const hours = readNoticeHours(import.meta.dirname);
const { occasions = [] } = readRules<ProvinceRules>(import.meta.dirname, 'routing');
const lists = dynamoLists(tables, env.CASE_TABLE_NAME);

const deliveries = dynamoDeliveries(tables, env.CASE_TABLE_NAME);
const noticeQueue = sqsNoticeQueue(sqs, { ordinary: env.NOTICE_QUEUE_URL, urgent: env.URGENT_NOTICE_QUEUE_URL });

const deliver = createHandler({
  cases: dynamoCaseStore(tables, env.CASE_TABLE_NAME),
  rules,
  auditor: audit?.email,
  deliveries,
  kept: dynamoKeptNotices(tables, env.NOTICE_TABLE_NAME, privacy.records.years),
  wordsOf: (notice, address) => wordsOf(notice, address, sms),
  hours,
  wayLists: { ...readWayRules(import.meta.dirname), lists, hours },
  summaries: { lists, entries: dynamoDayEntries(tables, env.CASE_TABLE_NAME), occasions },
  incidents: dynamoIncidents(tables, env.CASE_TABLE_NAME),
  noticeQueue: onRecord(noticeQueue, deliveries),
  complainantOf: complainantOf(vault.readContact),
  transports: reach && env.REACH !== 'everyone' ? withinReach(transports, reach) : transports,
  callAgain,
  inquiries: { sms: askProviders(texters) },
  setAside: sqsDeadLetters(sqs, env.DEAD_LETTER_QUEUE_URL),
});

export const handler = upToDate(deliver);

/** By what mail goes out here: SES, servers of the province, or both. */
function mailers() {
  const { SMTP_SECRET_NAME: name } = process.env;
  return {
    ses: env.EMAIL_TRANSPORT === 'ses' ? ses() : undefined,
    smtp: name === undefined ? undefined : secretReader(secrets, name, SmtpSecret),
  };
}

/** Calls to the systems of partners, where any are called; the local runner has them all in one place. */
function callbacks(): Pick<Transports, 'callback'> {
  const { CALLBACKS_SECRET_NAME: name, CALLBACKS_AT: local } = process.env;
  if (name === undefined) return {};
  const addresses = new Map(partners.map((partner) => [partner.name, partner.callback]));
  const addressOf = (partner: string) => (local === undefined ? addresses.get(partner) : `${local}/${partner}`);
  const secretsOf = secretReader(secrets, name, CallbacksSecret);
  const send = partnerCallbacks({ addressOf, secrets: secretsOf, now: () => new Date(), isLocal: local !== undefined });
  return { callback: willingCallbacks({ send, suppressions, addressOf }) };
}

/** Messages to working groups, where organs have robots. */
function robots(): Pick<Transports, 'robot'> {
  const { ROBOTS_SECRET_NAME: name } = process.env;
  if (name === undefined) return {};
  return {
    robot: pacedGroups(
      groupRobots(secretReader(secrets, name, RobotsSecret), () => new Date()),
      limits,
    ),
  };
}

function ses(): Send {
  const { AWS_REGION: region, MAIL_CONFIGURATION_SET: configurationSet } = readEnv(
    'AWS_REGION',
    'MAIL_CONFIGURATION_SET',
  );
  return sesEmail(new SESClient({ maxAttempts: 1, requestHandler: PATIENCE }), {
    ...letters,
    region,
    configurationSet,
  });
}

/** Without the secret no address can be signed. Then a reply is known by the mail that it answers. */
async function replyTo(receipt: string): Promise<string> {
  try {
    return await threads.addressOf(receipt);
  } catch (error) {
    logError('thread-address-unsigned', error);
    return mail.intake;
  }
}

/** Without the secret, a name that nobody can guess is one that even we cannot make again. */
function nameOf(noticeId: string): Promise<string> {
  return threads.nameOf(noticeId).catch(() => randomUUID());
}

function onWithheld(reason: string): void {
  logInfo('acknowledgement-withheld', { reason });
  count('AcknowledgementWithheld');
}
