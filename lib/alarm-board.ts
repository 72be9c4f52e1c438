import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';

export interface Watch {
  readonly metric: IMetric;
  /** Goes off at this value or above; with `below`, under it. */
  readonly threshold: number;
  readonly below?: boolean;
  /** For how many periods running. */
  readonly periods?: number;
  /** Who is hurt, and how. */
  readonly impact: string;
}

/** Tells the people on call. Every alarm says who is hurt and under which heading of the runbook to go on. */
export class AlarmBoard extends Construct {
  private readonly topic: Topic;
  private readonly prefix: string;

  constructor(scope: Construct, id: string, { province, key }: Foundation) {
    super(scope, id);
    this.prefix = `huiyin-${province.id}`;
    this.topic = new Topic(this, 'Topic', { topicName: `${this.prefix}-alarms`, masterKey: key, enforceSSL: true });
    // A topic policy of our own replaces the one by which CloudWatch could publish.
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', { conditions });
    this.topic.grantPublish(cloudWatch);
    for (const email of province.alarms.emails) this.topic.addSubscription(new EmailSubscription(email));
  }

  /** `heading` is the heading in docs/runbook.md. No data is good news, except where silence is the alarm (`below`). */
  watch(heading: string, { metric, threshold, below = false, periods = 1, impact }: Watch): void {
    const { LESS_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD } = ComparisonOperator;
    const alarm = new Alarm(this, heading, {
      metric,
      alarmName: `${this.prefix}-${heading}`,
      alarmDescription: `Impact: ${impact} What to do: docs/runbook.md#${heading}`,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
