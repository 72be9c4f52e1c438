import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { RESERVED_RECIPIENTS } from '../config/schemas/reach.ts';
import { LETTER_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import type { OutboundNetwork } from './outbound-network.ts';
import type { Registration } from './registration.ts';
import { ServiceFunction } from './service-function.ts';
import { wakeOnInserts } from './stream-worker.ts';
import { allowCallingWechat } from './wechat-calls.ts';
import { DeadLetterQueue, WorkQueue } from './work-queue.ts';

/** More at once would only run into the transports' own limits. */
const SENDING_AT_ONCE = 10;

interface NoticesProps {
  readonly foundation: Foundation;
  readonly registration: Registration;
  readonly wayOut: OutboundNetwork | undefined;
}

/** From events to people: new events of the case table become notices, and each notice is sent once. */
export class Notices extends Construct {
  readonly queue: WorkQueue;
  /** What is pressing (domain/notices/importance.ts): no urgent letter waits behind ordinary ones, nor they behind it. */
  readonly urgentQueue: WorkQueue;
  readonly relayEvents: ServiceFunction;
  readonly streamDeadLetters: DeadLetterQueue;
  readonly deliverNotice: ServiceFunction;

  constructor(scope: Construct, id: string, { foundation, registration, wayOut }: NoticesProps) {
    super(scope, id);
    const { province, cases, vault, correspondence, roster, notices: kept } = foundation;
    // Two silent mail servers and a silent SMS service, one after the other, take three quarters of it.
    const timeout = Duration.seconds(90);
    this.queue = new WorkQueue(this, 'notices', { province, timeout });
    const { deadLetters } = this.queue;
    this.urgentQueue = new WorkQueue(this, 'urgent-notices', { province, timeout, deadLetters });
    this.relayEvents = new ServiceFunction(this, 'relay-events', { ...foundation, config: LETTER_RULES, timeout });
    this.streamDeadLetters = new DeadLetterQueue(this, 'StreamDeadLetters', { province, name: 'relay-events' });
    const keys = { sk: { S: [{ prefix: 'EVENT#' }] } };
    wakeOnInserts(cases.table, this.relayEvents, { deadLetters: this.streamDeadLetters, keys });
    // A case that was joined to another is taken in there.
    cases.writableBy(this.relayEvents);
    cases.dayEntriesWritableBy(this.relayEvents);
    cases.incidentsChangeableBy(this.relayEvents);
    // What was set apart from a case becomes one of its own.
    registration.queue.feedableBy(this.relayEvents, 'REGISTER_QUEUE_URL');
    this.feedableBy(this.relayEvents);
    roster.readableBy(this.relayEvents);

    this.deliverNotice = new ServiceFunction(this, 'deliver-notice', {
      ...foundation,
      config: [...LETTER_RULES, 'handling-ways.json', 'notice-hours.json', 'routing.json'],
      timeout,
      wayOut,
    });
    cases.noticesWritableBy(this.deliverNotice);
    kept.fillableBy(this.deliverNotice);
    roster.readableBy(this.deliverNotice);
    // What waits for a transport is made once more from its event, and the letter of the ways from the list of all.
    cases.readableBy(this.deliverNotice, 'due', 'all');
    // What was deferred to a morning is read by the hundred.
    cases.manyReadableBy(this.deliverNotice);
    // What was gathered of an incident for an hour is told by the schedule.
    cases.incidentsChangeableBy(this.deliverNotice);
    this.feedableBy(this.deliverNotice);
    vault.readableBy(this.deliverNotice, 'contact');
    correspondence.usableBy(this.deliverNotice, 'SUPPRESSED', 'LIMIT', 'THREAD', 'THREAD#letters-to', 'PROVIDER');
    this.queue.wakes(this.deliverNotice, { batchSize: 5, maxConcurrency: SENDING_AT_ONCE });
    this.urgentQueue.wakes(this.deliverNotice, { batchSize: 1, maxConcurrency: SENDING_AT_ONCE });
    this.retryEveryMinute(foundation);
    this.connectTransports(foundation);
  }

  /** Lets `sender` put notices on either queue. */
  feedableBy(sender: ServiceFunction): void {
    this.queue.feedableBy(sender, 'NOTICE_QUEUE_URL');
    this.urgentQueue.feedableBy(sender, 'URGENT_NOTICE_QUEUE_URL');
  }

  /**
   * What a transport did not take lies in the table, not in the queue: SQS gives up after five receives, and after 14
   * days.
   */
  private retryEveryMinute({ province }: Foundation): void {
    // A run that fails is made up for by the next.
    const onceOnly = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    this.deliverNotice.configureAsyncInvoke(onceOnly);
    new Rule(this, 'EveryMinute', {
      ruleName: `huiyin-${province.id}-retry-notices`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.deliverNotice, onceOnly)],
    });
  }

  private connectTransports(foundation: Foundation): void {
    const { province, secrets } = foundation;
    const { mail, sms } = province;
    this.deliverNotice.addEnvironment('EMAIL_TRANSPORT', mail.transport).addEnvironment('MAIL_FROM', mail.from);
    if (mail.transport === 'ses') allowSending(this.deliverNotice, province);
    if (mail.transport === 'smtp' || mail.hosts) secrets.readableBy(this.deliverNotice, 'smtp', 'SMTP_SECRET_NAME');
    secrets.readableBy(this.deliverNotice, 'threads', 'THREADS_SECRET_NAME');
    if (sms.providers.some(({ by }) => by === 'sns')) allowTexting(this.deliverNotice);
    secrets.readableBy(this.deliverNotice, 'sms', 'SMS_SECRET_NAME');
    if (province.secrets.callbacks) secrets.readableBy(this.deliverNotice, 'callbacks', 'CALLBACKS_SECRET_NAME');
    if (province.secrets.robots) secrets.readableBy(this.deliverNotice, 'robots', 'ROBOTS_SECRET_NAME');
    this.deliverNotice.addEnvironment('REACH', province.reach ? 'listed' : 'everyone');
    allowCallingWechat(this.deliverNotice, foundation);
  }
}

/** Where SES says what became of the province's mail: see mail-feedback.ts. */
export const configurationSetOf = ({ id }: Pick<ProvinceSettings, 'id'>): string => `huiyin-${id}`;

/** Text messages go to numbers, of which IAM knows nothing but that they are no topics. */
function allowTexting(sender: ServiceFunction): void {
  const topics = Stack.of(sender).formatArn({ service: 'sns', resource: '*' });
  sender.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], notResources: [topics] }));
}

/** Mail goes out in the province's name only. The identity (the address's domain) is verified by hand, once. */
function allowSending(sender: ServiceFunction, province: ProvinceSettings): void {
  const { from } = province.mail;
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(sender).formatArn({ service: 'ses', resource, resourceName });
  sender.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [
        arnOf('identity', from.slice(from.indexOf('@') + 1)),
        arnOf('configuration-set', configurationSetOf(province)),
      ],
      conditions: {
        StringEquals: { 'ses:FromAddress': from },
        // A demonstration could not reach a person even if its code wanted to.
        ...(province.reach && { 'ForAllValues:StringLike': { 'ses:Recipients': RESERVED_RECIPIENTS } }),
      },
    }),
  );
  sender.addEnvironment('MAIL_CONFIGURATION_SET', configurationSetOf(province));
}
