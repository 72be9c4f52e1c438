import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templateOf } from './provinces.ts';

const template = templateOf('jiangsu');
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const headings: string[] = alarms.map(({ AlarmName }) => AlarmName.replace('huiyin-jiangsu-', ''));
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const alarmNamed = (heading: string) => alarms[headings.indexOf(heading)]!;

it('watches queues, dead letters, streams, the sweep, the API and what functions count', () => {
  expect(headings.toSorted()).toEqual([
    'acknowledgement-uncertain',
    'api-5xx',
    'bounces-backlog',
    'bounces-dead-letters',
    'calendar-not-covered',
    'draft-not-submitted',
    'drafts-errors',
    'drafts-late',
    'drafts-silent',
    'mail-backlog',
    'mail-dead-letters',
    'mail-held-back',
    'media-backlog',
    'media-dead-letters',
    'notice-not-retried',
    'notice-undeliverable',
    'notices-backlog',
    'notices-dead-letters',
    'notices-silent',
    'notices-waiting',
    'queue-complaints-behind',
    'queue-complaints-dead-letters',
    'queue-complaints-errors',
    'register-backlog',
    'register-dead-letters',
    'relay-events-behind',
    'relay-events-dead-letters',
    'relay-events-errors',
    'staff-address-suppressed',
    'sweep-errors',
    'sweep-silent',
    'timer-failed',
    'uploads-backlog',
    'uploads-dead-letters',
    'wechat-barred',
  ]);
});

describe.each(headings)('the alarm %s', (heading) => {
  it('says who is hurt and leads to its own heading of the runbook', () => {
    expect(alarmNamed(heading).AlarmDescription).toMatch(/^Impact: .+ What to do: docs\/runbook\.md#/);
    expect(alarmNamed(heading).AlarmDescription.endsWith(`#${heading}`)).toBe(true);
    const [, paragraph] = runbook.split(`\n## ${heading}\n`);
    const [own] = (paragraph ?? '').split('\n## ');
    expect(own).toMatch(/\*\*Description\*\*[\s\S]+\*\*Investigation\*\*[\s\S]+\*\*Resolution\*\*/);
  });

  it('reaches somebody, and tells when it is over', () => {
    expect(alarmNamed(heading).AlarmActions).toHaveLength(1);
    expect(alarmNamed(heading).OKActions).toEqual(alarmNamed(heading).AlarmActions);
  });
});

it('goes off when the sweep is silent, for no data is no good news there', () => {
  expect(alarmNamed('sweep-silent')).toMatchObject({
    MetricName: 'Invocations',
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
    Period: 300,
  });
});

it('goes off at the first dead letter', () => {
  const deadLetters = headings.filter((heading) => heading.endsWith('-dead-letters'));
  for (const heading of deadLetters) expect(alarmNamed(heading)).toMatchObject({ Threshold: 1, Period: 60 });
  expect(deadLetters).toHaveLength(
    Object.values(
      template.findResources('AWS::SQS::Queue', {
        Properties: { QueueName: Match.stringLikeRegexp('-dead-letters$') },
      }),
    ).length,
  );
});

it('sends alarms by an encrypted topic on which CloudWatch of this account may publish', () => {
  template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'oncall@huiyin.jiangsu.example',
  });
});
