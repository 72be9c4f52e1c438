import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Names } from './resource-names.ts';
import type { StackTemplate } from './template.ts';

/** A function that the template wakes by the clock. */
export interface Scheduled {
  readonly logicalId: string;
  readonly everyMs: number;
  /** What the function is given at that time. */
  readonly event: (at: Instant) => unknown;
}

const RuleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string(), Input: z.string().optional() })).default([]),
});

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  State: z.string().default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The enabled EventBridge rules and schedules. Only `rate(…)` expressions; any other is an error. */
export function readSchedules(names: Names, template: StackTemplate): readonly Scheduled[] {
  const scheduled = (Arn: string, expression: string, event: Scheduled['event']): Scheduled => ({
    logicalId: names.byReference(Arn).logicalId,
    everyMs: periodOf(expression),
    event,
  });
  const rules = names.ofType('AWS::Events::Rule').flatMap((resource) => {
    const { ScheduleExpression, State, Targets } = RuleProperties.parse(names.properties(resource));
    if (State !== 'ENABLED') return [];
    return Targets.map(({ Arn, Input }) =>
      scheduled(Arn, ScheduleExpression, (at) =>
        Input === undefined ? eventBridgeEvent(at, template, resource.logicalId) : JSON.parse(Input),
      ),
    );
  });
  const schedules = names.ofType('AWS::Scheduler::Schedule').flatMap((resource) => {
    const { ScheduleExpression, State, Target } = ScheduleProperties.parse(names.properties(resource));
    if (State !== 'ENABLED') return [];
    const input = Target.Input ?? '{}';
    return scheduled(Target.Arn, ScheduleExpression, (at) =>
      JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', withoutMilliseconds(at))),
    );
  });
  return [...rules, ...schedules];
}

function periodOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const unitMs = UNIT_MS[unit];
  if (!unitMs) throw new Error(`the local runner knows rate(…) schedules only, not ${expression}`);
  return Number(count) * unitMs;
}

function eventBridgeEvent(at: Instant, { partition, region, accountId }: StackTemplate, ruleName: string) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: withoutMilliseconds(at),
    region,
    resources: [`arn:${partition}:events:${region}:${accountId}:rule/${ruleName}`],
    detail: {},
  };
}

function withoutMilliseconds(at: Instant): string {
  return at.replace('.000Z', 'Z');
}
