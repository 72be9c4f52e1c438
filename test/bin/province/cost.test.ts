import { expect, it } from 'vitest';
import { keyUsesIn } from '../../../bin/province/key-uses.ts';
import { type Fixtures, quantitiesOf } from '../../../bin/province/quantities.ts';
import { watchedMetricsIn } from '../../../bin/province/watched-metrics.ts';
import { unitsSchema } from '../../../config/schemas/prices.ts';
import units from '../../../config/units.json' with { type: 'json' };

const measured = unitsSchema.parse(units);
const fixtures: Fixtures = {
  ...{ alarms: 30, compositeAlarms: 18, watchedMetrics: 40, dashboards: 1 },
  ...{ keys: 4, secrets: 7, queues: 8, keyUses: 40, schedules: 3, gigabytes: 0.5 },
};
const of = (complaints: number) => quantitiesOf(complaints, measured, fixtures);

it('ten thousand complaints more cost ten thousand times what one was measured to cost', () => {
  expect(of(20_000).tableWrites - of(10_000).tableWrites).toBeCloseTo(10_000 * measured.perComplaint.tableWrites, 3);
  expect(of(20_000).textMessages - of(10_000).textMessages).toBeCloseTo(10_000 * measured.perComplaint.textMessages, 3);
});

it('what stands there costs the same however many complain', () => {
  const [few, many] = [of(1), of(100_000)];
  expect([few.keys, few.secrets, few.alarms, few.keyRequests]).toEqual([
    many.keys,
    many.secrets,
    many.alarms,
    many.keyRequests,
  ]);
});

it('the measured way of a complaint has its letters and messages in it, and an idle minute sends none', () => {
  expect(measured.perComplaint.letters).toBeGreaterThan(0);
  expect(measured.perComplaint.tableWrites).toBeGreaterThan(5);
  expect(measured.perIdleMinute).toMatchObject({ letters: 0, textMessages: 0 });
});

it('a metric is paid for where functions count it, once, however many alarms watch it', () => {
  const alarm = (Namespace: string, MetricName: string) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: { Namespace, MetricName },
  });
  const Resources = {
    ...{ a: alarm('Huiyin', 'RosterGap'), b: alarm('Huiyin', 'RosterGap') },
    ...{ c: alarm('Huiyin/demo', 'RequestsThrottled'), d: alarm('AWS/SQS', 'ApproximateAgeOfOldestMessage') },
  };
  expect(watchedMetricsIn({ Resources })).toBe(2);
});

it('a key is paid for by whoever may use it, and by no other', () => {
  const policy = (Action: string, key: string) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyDocument: { Statement: [{ Action, Resource: { 'Fn::GetAtt': [key, 'Arn'] } }] } },
  });
  const [VaultKey, SenderKey] = [{ Type: 'AWS::KMS::Key' }, { Type: 'AWS::KMS::Key' }];
  const roles = { reads: policy('kms:Decrypt', 'VaultKey'), lists: policy('dynamodb:Query', 'VaultKey') };
  expect(keyUsesIn({ Resources: { VaultKey, SenderKey, ...roles } })).toBe(1);
});
