import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import type { ServiceFunction } from './service-function.ts';

const MAX_RECEIVES = 5;

export interface WorkQueueProps {
  readonly province: ProvinceSettings;
  /** The timeout of the function that works it off. */
  readonly timeout: Duration;
  /** Those of another queue of the same function; none given, the queue has its own. */
  readonly deadLetters?: DeadLetterQueue;
}

/**
 * Messages that nothing could be done with, kept for two weeks for a person to look at. Messages carry ids, never what
 * people wrote.
 */
export class DeadLetterQueue extends Queue {
  /** The queue's name without province, as people call it. */
  readonly name: string;

  constructor(scope: Construct, id: string, { province, name }: { province: ProvinceSettings; name: string }) {
    super(scope, id, {
      queueName: `huiyin-${province.id}-${name}-dead-letters`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.name = name;
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is a dead-letter queue itself.' });
  }

  /** Lets `worker` set aside what can never succeed. */
  fillableBy(worker: ServiceFunction): void {
    worker.addToRolePolicy(sending(this));
    worker.addEnvironment('DEAD_LETTER_QUEUE_URL', this.queueUrl);
  }
}

/** To send, and nothing of what CDK's own grant adds. */
const sending = ({ queueArn }: Queue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] });

/** A queue and its dead letters. What fails five times is set aside. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;
  readonly name: string;
  readonly timeout: Duration;

  constructor(scope: Construct, name: string, { province, timeout, deadLetters }: WorkQueueProps) {
    super(scope, `${name}-queue`);
    this.name = name;
    this.timeout = timeout;
    this.deadLetters = deadLetters ?? new DeadLetterQueue(this, 'DeadLetters', { province, name });
    this.queue = new Queue(this, 'Queue', {
      queueName: `huiyin-${province.id}-${name}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }

  /** Lets `sender` put work on the queue, and tells it where the queue is. */
  feedableBy(sender: ServiceFunction, variable: string): void {
    sender.addToRolePolicy(sending(this.queue));
    sender.addEnvironment(variable, this.queue.queueUrl);
  }

  /**
   * Wakes `worker` on messages, never more than `maxConcurrency` of it: a burst waits here, and leaves the account to
   * the ways in. Only what failed comes back.
   */
  wakes(worker: ServiceFunction, work: { readonly batchSize: number; readonly maxConcurrency: number }): void {
    worker.addEventSource(new SqsEventSource(this.queue, { ...work, reportBatchItemFailures: true }));
    this.deadLetters.fillableBy(worker);
  }
}
