import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoOutages } from '../../../../adapters/dynamodb/correspondence/outages.ts';
import { dynamoProviderHealth } from '../../../../adapters/dynamodb/correspondence/provider-health.ts';
import { memoryOutages } from '../../../../adapters/memory/outages.ts';
import { memoryProviderHealth } from '../../../../adapters/memory/provider-health.ts';
import { FAILOVER } from '../../../../domain/notices/delivery/failover.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';

const TABLE = 'correspondence';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));

const failures: unknown[] = [];
const inDynamoDb = (table = TABLE) => dynamoProviderHealth(service.tables, table, (error) => failures.push(error));

const at = (time: string) => `2026-11-20T${time}:00.000Z`;

describe.each([
  ['in DynamoDB', inDynamoDb, 'sms'],
  ['in memory', memoryProviderHealth, 'sms'],
] as const)('what was seen of providers %s', (_, make, transport) => {
  it('is known by the quarter of an hour, the one that runs first', async () => {
    const health = make();
    await health.note(transport, 'aliyun', false, FAILOVER, at('13:01'));
    await health.note(transport, 'aliyun', true, FAILOVER, at('13:14'));
    await health.note(transport, 'tencent', false, FAILOVER, at('13:30'));
    await health.note('email', 'aliyun', true, FAILOVER, at('13:30'));
    expect(await health.windows(transport, FAILOVER, at('13:44'))).toEqual([
      { tencent: { all: 1, bad: 0 } },
      {},
      { aliyun: { all: 2, bad: 1 } },
      {},
      {},
    ]);
  });
});

describe('what was seen of providers in DynamoDB', () => {
  it('is heard by other functions within ten seconds, also of the window that has just ended', async () => {
    const [one, other] = [inDynamoDb(), inDynamoDb()];
    const bad = async (now: string) =>
      (await other.windows('sms', FAILOVER, now)).map(({ ses }) => ses?.bad ?? 0).join('');
    expect(await bad('2026-11-20T15:14:50.000Z')).toBe('00000');
    await one.note('sms', 'ses', true, FAILOVER, '2026-11-20T15:14:55.000Z');
    expect(await bad('2026-11-20T15:14:59.000Z')).toBe('00000');
    expect(await bad('2026-11-20T15:15:01.000Z')).toBe('01000');
    await one.note('sms', 'ses', true, FAILOVER, '2026-11-20T15:15:02.000Z');
    expect(await bad('2026-11-20T15:15:12.000Z')).toBe('11000');
  });

  it('is nothing where the table does not answer, and sending goes on', async () => {
    const health = inDynamoDb('no-such-table');
    await health.note('sms', 'aliyun', true, FAILOVER, at('13:00'));
    expect(await health.windows('sms', FAILOVER, at('13:00'))).toEqual([{}, {}, {}, {}, {}]);
    expect(failures).toHaveLength(6);
  });
});

const outagesIn = (table = TABLE) => dynamoOutages(service.tables, table, (error) => failures.push(error));
const failure = (time: string) =>
  ({ triedAt: at(time), noticeId: 'QH-1#2#city#leader#email', kind: 'busy', reason: 'ECONNREFUSED' }) as const;

describe.each([
  ['in DynamoDB', outagesIn],
  ['in memory', memoryOutages],
] as const)('a transport that takes nothing, %s', (_, make) => {
  it('is known with its failures in a row until it takes something', async () => {
    const outages = make();
    expect(await outages.of('email', at('13:00'))).toBeUndefined();
    for (const time of ['12:59', '13:00']) await outages.failed('email', failure(time), 'failures');
    await outages.failed('email', failure('13:01'), 'probes');
    expect(await outages.of('email', at('13:01'))).toEqual({ ...failure('13:01'), failures: 2, probes: 1 });
    expect(await outages.of('sms', at('13:01'))).toBeUndefined();
    await outages.over('email');
    expect(await outages.of('email', at('13:02'))).toBeUndefined();
  });

  it('is tried by one of those who would', async () => {
    const outages = make();
    await outages.failed('wechat', failure('13:00'), 'failures');
    const known = (await outages.of('wechat', at('13:00')))!;
    expect(await outages.claimProbe('wechat', known, at('13:05'))).toBe(true);
    expect(await outages.claimProbe('wechat', known, at('13:05'))).toBe(false);
  });
});

it('where the table does not answer, no transport is left alone', async () => {
  failures.splice(0);
  const outages = outagesIn('no-such-table');
  await outages.failed('email', failure('13:00'), 'failures');
  expect(await outages.of('email', at('13:01'))).toBeUndefined();
  expect(await outages.claimProbe('email', { ...failure('13:00'), failures: 3, probes: 0 }, at('13:01'))).toBe(true);
  expect(failures).toHaveLength(3);
});
