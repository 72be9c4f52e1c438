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
import type { Foundation } from '../foundation.ts';
import { CAUSE_OF, CAUSES, type Cause, FULL_ACCOUNT, leftBy } from './alarm-causes.ts';

export interface Watch {
  readonly metric: IMetric;
  /** Goes off at this value or above; with `below`, under it. */
  readonly threshold: number;
  readonly below?: boolean;
  /** Silence counts once something was heard: until the first time, nobody is woken. */
  readonly onceHeard?: boolean;
  /** For how many periods running. */
  readonly periods?: number;
  /** Who is hurt, and how. */
  readonly impact: string;
}

/** Where docs/runbook.md says what to do about a cause. */
const CAUSE_HEADING = 'several-alarms-one-cause';

/** So long a cause waits for a full account to ring first, and stays silent once that has passed. */
const UNDER_FULL_ACCOUNT = {
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

  /**
   * `heading` is the heading in docs/runbook.md. No data is good news, except where silence is the alarm (`below`).
   * CloudWatch cannot tell never from no more; but it acts on a change alone, and a new alarm begins without data.
   */
  watch(heading: string, { metric, threshold, below = false, onceHeard = false, periods = 1, impact }: Watch): void {
    const { LESS_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD } = ComparisonOperator;
    const alarm = new Alarm(this, heading, {
      metric,
      alarmName: `${this.prefix}-${heading}`,
      alarmDescription: `Impact: ${impact} What to do: docs/runbook.md#${heading}`,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing(below, onceHeard),
    });
    this.watched.set(heading, alarm);
    if (!CAUSE_OF.has(heading)) this.wakes(alarm);
    if (onceHeard) alarm.addInsufficientDataAction(this.action);
  }

  /** Once everything is watched: joins what has a cause in common. */
  joinCauses(): void {
    const { name, impact, alarms } = FULL_ACCOUNT;
    const rule = AlarmRule.allOf(...alarms.map((heading) => this.ringing(heading)));
    const full = this.composite(name, { rule, impact });
    for (const [cause, own] of Object.entries(CAUSES)) this.join(cause, own, full);
  }

  private join(name: string, { impact, alarms, left = [], unless }: Cause, full: CompositeAlarm): void {
    const rings = this.anyOf(alarms);
    const rule = unless === undefined ? rings : AlarmRule.allOf(rings, AlarmRule.not(this.ringing(unless)));
    this.wakes(this.composite(name, { rule, impact }, full));
    if (left.length === 0) return;
    const lie = AlarmRule.allOf(this.anyOf(left), AlarmRule.not(rings));
    this.wakes(this.composite(leftBy(name), { rule: lie, impact: `given up: ${impact}` }, full));
  }

  private composite(
    name: string,
    { rule, impact }: { readonly rule: IAlarmRule; readonly impact: string },
    full?: CompositeAlarm,
  ): CompositeAlarm {
    return new CompositeAlarm(this, name, {
      compositeAlarmName: `${this.prefix}-${name}`,
      alarmDescription: `Impact: ${impact} What to do: docs/runbook.md#${CAUSE_HEADING}`,
      alarmRule: rule,
      ...(full && { actionsSuppressor: full, ...UNDER_FULL_ACCOUNT }),
    });
  }

  private anyOf(headings: readonly string[]): IAlarmRule {
    return AlarmRule.anyOf(...headings.map((heading) => this.ringing(heading)));
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

function missing(below: boolean, onceHeard: boolean): TreatMissingData {
  if (onceHeard) return TreatMissingData.MISSING;
  return below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING;
}
