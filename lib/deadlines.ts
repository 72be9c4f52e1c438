import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { CASE_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * Wakes up every minute and fires what has come due. A run that fails is made up for by the next, so it is not tried
 * again.
 */
export class Deadlines extends Construct {
  readonly sweepDeadlines: ServiceFunction;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { province, cases } = foundation;
    // A run that is late may meet the next one.
    const settings = { config: CASE_RULES, timeout: Duration.seconds(55), memorySize: 1024, reserved: 2 };
    this.sweepDeadlines = new ServiceFunction(this, 'sweep-deadlines', { ...foundation, ...settings });
    cases.writableBy(this.sweepDeadlines, 'due');
    cases.timersSettableBy(this.sweepDeadlines);
    const onceOnly = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    this.sweepDeadlines.configureAsyncInvoke(onceOnly);
    new Rule(this, 'EveryMinute', {
      ruleName: `huiyin-${province.id}-sweep-deadlines`,
      schedule: Schedule.rate(Duration.minutes(province.sweep.everyMinutes)),
      targets: [new LambdaFunction(this.sweepDeadlines, onceOnly)],
    });

    const byHand = { config: CASE_RULES, timeout: Duration.minutes(15), memorySize: 1024 };
    cases.writableBy(
      new ServiceFunction(this, 'recompute-deadlines', { ...foundation, ...byHand }),
      'all',
      'due',
      'worklist',
    );
  }
}
