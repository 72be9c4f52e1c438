import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import type { Notices } from './notices.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * Wakes up every hour and seals the days that are over and not sealed yet: one a day, after an outage all that were
 * missed. A run that fails is made up for by the next.
 */
export class DaySeal extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { foundation, notices }: { readonly foundation: Foundation; readonly notices: Notices },
  ) {
    super(scope, id);
    const { province, cases, ledgers } = foundation;
    const settings = { config: ['province.json'] as const, timeout: Duration.minutes(5), memorySize: 1024 };
    const sealDay = new ServiceFunction(this, 'seal-day', { ...foundation, ...settings });
    cases.dayEntriesReadableBy(sealDay);
    ledgers.fillableBy(sealDay);
    notices.feedableBy(sealDay);
    const onceOnly = { retryAttempts: 0, maxEventAge: Duration.minutes(5) };
    sealDay.configureAsyncInvoke(onceOnly);
    new Rule(this, 'EveryHour', {
      ruleName: `huiyin-${province.id}-seal-day`,
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(sealDay, onceOnly)],
    });
  }
}
