import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmBase,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IAlarmRule,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { CAUSE_OF, CAUSES, type Cause, leftBy, ROOT } from './alarm-causes.ts';
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

/** Where docs/runbook.md says what to do about a cause. */
const CAUSE_HEADING = 'several-alarms-one-cause';

/** So long a cause waits for the root to ring first, and stays silent once the root has passed. */
const UNDER_ROOT = {
  actionsSuppressorWaitPeriod: Duration.minutes(2),
  actionsSuppressorExtensionPeriod: Duration.minutes(10),
};

/**
 * Tells the people on call: once for each cause, and at once for what has no cause in common with others. Every alarm
 * says who is hurt and under which heading of the runbook to go on.
 */
export class AlarmBoard extends Construct {
  private readonly action: SnsAction;
  private readonly prefix: string;
  private readonly watched = new Map<string, Alarm>();

  constructor(scope: Construct, id: string, { province, key }: Foundation) {
    super(scope, id);
    this.prefix = `huiyin-${province.id}`;
    const topic = new Topic(this, 'Topic', { topicName: `${this.prefix}-alarms`, masterKey: key, enforceSSL: true });
    // A topic policy of our own replaces the one by which CloudWatch could publish.
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions }));
    for (const email of province.alarms.emails) topic.addSubscription(new EmailSubscription(email));
    this.action = new SnsAction(topic);
  }

  /** All that is watched. */
  get alarms(): readonly Alarm[] {
    return [...this.watched.values()];
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
    this.watched.set(heading, alarm);
    if (!CAUSE_OF.has(heading)) this.wakes(alarm);
  }

  /** Once everything is watched: joins what has a cause in common. */
  joinCauses(): void {
    const { [ROOT]: root, ...others } = CAUSES;
    const limits = this.join(ROOT, root!);
    for (const [name, cause] of Object.entries(others)) this.join(name, cause, limits);
  }

  private join(name: string, cause: Cause, root?: CompositeAlarm): CompositeAlarm {
    const rings = AlarmRule.anyOf(...cause.alarms.map((heading) => this.ringing(heading)));
    const { impact, left = [] } = cause;
    const joined = this.composite(name, { rule: rings, impact }, root);
    if (left.length > 0) {
      const lie = AlarmRule.anyOf(...left.map((heading) => this.ringing(heading)));
      const rule = AlarmRule.allOf(lie, AlarmRule.not(rings));
      this.composite(leftBy(name), { rule, impact: `given up: ${impact}` }, root);
    }
    return joined;
  }

  private composite(
    name: string,
    { rule, impact }: { readonly rule: IAlarmRule; readonly impact: string },
    root: CompositeAlarm | undefined,
  ): CompositeAlarm {
    const joined = new CompositeAlarm(this, name, {
      compositeAlarmName: `${this.prefix}-${name}`,
      alarmDescription: `Impact: ${impact} What to do: docs/runbook.md#${CAUSE_HEADING}`,
      alarmRule: rule,
      ...(root && { actionsSuppressor: root, ...UNDER_ROOT }),
    });
    this.wakes(joined);
    return joined;
  }

  private ringing(heading: string): IAlarmRule {
    const alarm = this.watched.get(heading);
    if (!alarm) throw new Error(`a cause rings ${heading}, which nothing watches`);
    return AlarmRule.fromAlarm(alarm, AlarmState.ALARM);
  }

  private wakes(alarm: AlarmBase): void {
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
  }
}
