import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { WATCHED_COUNTERS } from '../../lib/monitoring/watched-counters.ts';
import { templateOf } from './provinces.ts';
import { alarmsIn, causesIn, holds } from './woken.ts';

const template = templateOf('jiangsu');
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const headings: string[] = alarms.map(({ AlarmName }) => AlarmName.replace('huiyin-jiangsu-', ''));
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const alarmNamed = (heading: string) => alarms[headings.indexOf(heading)]!;

it('watches queues, dead letters, streams, the sweep, the API and what functions count', () => {
  expect(headings.toSorted()).toEqual([
    'access-barred',
    'access-not-recorded',
    'acknowledgement-uncertain',
    'acknowledgement-withheld',
    'api-5xx',
    'automatic-mail',
    'bounced-notice-lost',
    'bounces-backlog',
    'bounces-dead-letters',
    'calendar-not-covered',
    'callback-failed',
    'channel-silent',
    'concurrency-near-limit',
    'crowded-complaints',
    'daily-report-late',
    'desk-5xx',
    'draft-not-submitted',
    'drafts-errors',
    'drafts-late',
    'drafts-silent',
    'event-unrecognised',
    'external-id-conflict',
    'functions-throttled',
    'incident-not-told',
    'keys-near-limit',
    'ledger-missing',
    'limit-unavailable',
    'link-senders-behind',
    'link-senders-dead-letters',
    'link-senders-errors',
    'mail-backlog',
    'mail-dead-letters',
    'mail-held-back',
    'media-backlog',
    'media-dead-letters',
    'medium-lost',
    'message-id-conflict',
    'notice-not-retried',
    'notice-undeliverable',
    'notices-backlog',
    'notices-dead-letters',
    'notices-silent',
    'notices-waiting',
    'people-unavailable',
    'queries-refused',
    'queue-complaints-behind',
    'queue-complaints-dead-letters',
    'queue-complaints-errors',
    'reconcile-missing',
    'reconcile-silent',
    'register-backlog',
    'register-dead-letters',
    'relay-events-behind',
    'relay-events-dead-letters',
    'relay-events-errors',
    'requests-limited',
    'requests-throttled',
    'revoked-partner-refused',
    'right-missing',
    'roster-gap',
    'signatures-refused',
    'sms-budget-spent',
    'staff-address-suppressed',
    'sweep-behind',
    'sweep-errors',
    'sweep-silent',
    'timer-failed',
    'uploads-backlog',
    'uploads-dead-letters',
    'urgent-notices-backlog',
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

  it('reaches somebody by itself or with its cause, and tells when it is over', () => {
    const { id, wakes } = alarmsIn(template).find((one) => one.heading === heading)!;
    const causes = causesIn(template).filter(({ rule }) => holds(rule, new Set([id])));
    expect(causes.some((cause) => cause.wakes)).toBe(!wakes);
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

it('wakes nobody before the first day was reconciled, and somebody when none is any more', () => {
  const { TreatMissingData, InsufficientDataActions, AlarmActions } = alarmNamed('reconcile-silent');
  expect(TreatMissingData).toBe('missing');
  expect(InsufficientDataActions).toEqual(AlarmActions);
});

/** What is counted and needs no alarm of its own, and why. */
const ORDINARY: Readonly<Record<string, string>> = {
  ComplaintReceived: 'a figure of the dashboard',
  LateStepTaken: 'a figure of the dashboard; whoever is late is told',
  NoticeEnded: 'a figure of the dashboard; notice-undeliverable rings where nobody was reached',
  ClassificationOverridden: 'a figure of the dashboard',
  ComplaintsQueued: 'it goes as it should',
  StepsFired: 'it goes as it should',
  WaitingNoticesRun: 'notices-silent rings where it does not',
  DayReconciled: 'reconcile-silent rings where it does not',
  LedgerStands: 'ledger-missing rings where it does not',
  MailReportHeeded: 'a report on our mail was heeded',
  MailReportUnknown: 'a report on a mail that was not ours',
  MailComplaint: 'somebody wants no mail, and gets none',
  MailBounced: 'the next address is tried, and notice-undeliverable rings when there is none',
  MessageSetAside: 'the queue of dead letters rings',
  RequestFailed: 'api-5xx or desk-5xx rings',
  DeskLoginRefused: 'the person is told and tries again; desk-5xx rings where nobody can log in',
  ComplaintQuarantined: 'it has its case, for a person to look at',
  FormTrapped: 'the person presses the button again',
  IdempotencyConflict: 'the person is told, and sends it under another key',
  ChatIdConflict: 'the same message came twice',
  UploadMissing: 'a complaint named a photo that never came',
};

it('rings for everything that functions count and that means that somebody was not heard', () => {
  const folder = join(import.meta.dirname, '../../functions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const apart = [...code.matchAll(/\bcountBy\('(\w+)'/g)];
  const plain = [...code.matchAll(/\bcount\(([^)]*)/g)].flatMap(([, inside]) => [...inside!.matchAll(/'([A-Z]\w+)'/g)]);
  const counted = new Set([...apart, ...plain].map(([, name]) => name!));
  expect(counted.size).toBeGreaterThan(25);
  expect(
    [...counted].filter((name) => !Object.hasOwn(WATCHED_COUNTERS, name) && !Object.hasOwn(ORDINARY, name)),
  ).toEqual([]);
  expect(Object.keys(WATCHED_COUNTERS).filter((name) => !counted.has(name))).toEqual([]);
});

it('counts what the gateway turned away in the log of accesses, and not what functions did', () => {
  template.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: '{ ($.status = "429") && ($.latency = "-") }',
    MetricTransformations: [{ MetricName: 'RequestsThrottled', MetricValue: '1' }].map(Match.objectLike),
  });
  expect(alarmNamed('requests-throttled').MetricName).toBe('RequestsThrottled');
});

it('watches counters of this province only, over all its functions', () => {
  expect(alarmNamed('requests-limited')).toMatchObject({
    Namespace: 'Huiyin',
    Dimensions: [{ Name: 'Province', Value: 'jiangsu' }],
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
