import { Duration, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { LETTER_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import type { Intake } from './intake.ts';
import { allowEncrypting } from './key-use.ts';
import { configurationSetOf, type Notices } from './notices.ts';
import { ServiceFunction } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

const { BOUNCE, COMPLAINT, DELIVERY, DELIVERY_DELAY } = EmailSendingEvent;

export interface MailFeedbackProps {
  readonly foundation: Foundation;
  readonly intake: Intake;
  readonly notices: Notices;
}

/**
 * What becomes of our mail after it has been handed over: bounces and complaints change whom we write to, and find
 * another who hears of the case.
 */
export class MailFeedback extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { foundation, intake, notices }: MailFeedbackProps) {
    super(scope, id);
    const { province, cases, correspondence, roster, notices: kept } = foundation;
    const timeout = Duration.seconds(30);
    this.queue = new WorkQueue(this, 'bounces', { province, timeout });
    const config = [...LETTER_RULES, 'handling-ways.json', 'notice-hours.json'] as const;
    const recordBounces = new ServiceFunction(this, 'record-bounces', { ...foundation, config, timeout });
    correspondence.usableBy(recordBounces, 'SUPPRESSED');
    cases.readableBy(recordBounces, 'all');
    roster.readableBy(recordBounces);
    cases.noticesWritableBy(recordBounces);
    kept.readableBy(recordBounces);
    notices.feedableBy(recordBounces);
    this.queue.wakes(recordBounces, { batchSize: 10, maxConcurrency: 5 });
    // Where there is no SES, mail servers report by mail.
    this.queue.feedableBy(intake.mail.acceptEmail, 'BOUNCES_QUEUE_URL');
    if (province.mail.transport === 'ses') this.hearFromSes(foundation);
  }

  private hearFromSes({ province, correspondence }: Foundation): void {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    allowEncrypting(correspondence.encryptionKey, new ServicePrincipal('ses.amazonaws.com', { conditions }));
    const topic = new Topic(this, 'Topic', {
      topicName: `huiyin-${province.id}-mail-feedback`,
      masterKey: correspondence.encryptionKey,
      enforceSSL: true,
    });
    topic.addSubscription(new SqsSubscription(this.queue.queue, { rawMessageDelivery: true }));
    const configurationSetName = configurationSetOf(province);
    new ConfigurationSet(this, 'ConfigurationSet', { configurationSetName }).addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(topic),
      events: [BOUNCE, COMPLAINT, DELIVERY, DELIVERY_DELAY],
    });
  }
}
