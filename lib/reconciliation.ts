import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { LETTER_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * 每日对账: wakes up once a day and holds the day before against what should have become of it. It changes nothing, so
 * Lambda may try a run that failed twice more.
 */
export class Reconciliation extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { province, vault, cases, roster } = foundation;
    const settings = { config: LETTER_RULES, timeout: Duration.minutes(15), memorySize: 1024 };
    const reconcileDay = new ServiceFunction(this, 'reconcile-day', { ...foundation, ...settings });
    vault.waysReadableBy(reconcileDay);
    cases.readableBy(reconcileDay);
    cases.changesReadableBy(reconcileDay);
    roster.readableBy(reconcileDay);
    new Rule(this, 'EveryDay', {
      ruleName: `huiyin-${province.id}-reconcile-day`,
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(reconcileDay)],
    });
  }
}
