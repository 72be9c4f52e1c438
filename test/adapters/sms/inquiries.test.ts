import { describe, expect, it } from 'vitest';
import { aliyunInquiry } from '../../../adapters/sms/aliyun-inquiry.ts';
import { tencentInquiry } from '../../../adapters/sms/tencent-inquiry.ts';
import { type Behaviour, httpPeer } from '../../support/peers/peer.ts';

const NUMBER = '13900000402';
const ID = 'QH-7KX4-M9P2-Q3T8#5#city#leader#email';
/** 09:00 in Beijing. */
const AT = '2026-10-08T01:00:00.000Z';
const now = () => new Date('2026-10-08T01:05:00.000Z');

/** An operator that answers as recorded, and what it was asked. */
async function asked(answer: object, behaviour: Behaviour = 'takes') {
  const heard: { action: unknown; url: URL; body: string }[] = [];
  const { base, patience } = await httpPeer(behaviour, ({ url, headers }, body) => {
    const action = headers['x-acs-action'] ?? headers['x-tc-action'];
    heard.push({ action, url: new URL(url!, 'http://sms'), body });
    return { taken: true, body: answer };
  });
  const aliyun = { endpoint: base, key: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }), now, patience };
  const tencent = { endpoint: base, region: 'r', key: async () => ({ secretId: 'i', secretKey: 's' }), now, patience };
  return { heard, byAliyun: aliyunInquiry(aliyun), byTencent: tencentInquiry('1400000001', tencent) };
}

const message = { id: ID, to: NUMBER, at: AT };

const listed = (...details: object[]) => ({
  Code: 'OK',
  TotalCount: details.length,
  SmsSendDetailDTOs: { SmsSendDetailDTO: details.map((one) => ({ PhoneNum: NUMBER, OutId: ID, ...one })) },
});

describe('Aliyun, asked what became of a text message', () => {
  it('is asked by number and day in Beijing', async () => {
    const { heard, byAliyun } = await asked(listed());
    await byAliyun({ ...message, at: '2026-10-07T16:30:00.000Z' });
    expect(heard.map(({ action }) => action)).toEqual(['QuerySendDetails']);
    expect(Object.fromEntries(heard[0]!.url.searchParams)).toEqual({
      ...{ PhoneNumber: NUMBER, SendDate: '20261008', PageSize: '50', CurrentPage: '1' },
    });
  });

  it('is asked for both days where the message was queued just before midnight', async () => {
    const { heard, byAliyun } = await asked(listed());
    expect(await byAliyun({ ...message, at: '2026-10-07T15:59:00.000Z' })).toEqual({ kind: 'absent' });
    expect(heard.map(({ url }) => url.searchParams.get('SendDate')).toSorted()).toEqual(['20261007', '20261008']);
  });

  it('is asked for every day since, for the message may have been sent on any of them', async () => {
    const { heard, byAliyun } = await asked(listed());
    await byAliyun({ ...message, at: '2026-10-06T14:00:00.000Z' });
    const days = heard.map(({ url }) => url.searchParams.get('SendDate'));
    expect(days.toSorted()).toEqual(['20261006', '20261007', '20261008']);
  });

  it.each([
    [
      'arrived',
      { SendStatus: 3, ErrCode: 'DELIVERED', SendDate: '2026-10-08 09:00:01', ReceiveDate: '2026-10-08 09:00:04' },
      { kind: 'taken', receipt: { kind: 'delivered', at: '2026-10-08T01:00:04.000Z' } },
    ],
    [
      'failed',
      { SendStatus: 2, ErrCode: 'MOBILE_NOT_ON_SERVICE', SendDate: '2026-10-08 09:00:01', ReceiveDate: '' },
      { kind: 'taken', receipt: { kind: 'returned', at: '2026-10-08T01:00:01.000Z', reason: 'MOBILE_NOT_ON_SERVICE' } },
    ],
    ['is on its way', { SendStatus: 1, SendDate: '2026-10-08 09:00:01' }, { kind: 'taken' }],
    ['was sent before that only', { SendStatus: 2, SendDate: '2026-10-08 08:40:00' }, { kind: 'absent' }],
    ['is another one', { SendStatus: 3, SendDate: '2026-10-08 09:00:01', OutId: 'QH-2' }, { kind: 'absent' }],
  ])('says that it %s', async (_, detail, found) => {
    const { byAliyun } = await asked(listed(detail));
    expect(await byAliyun(message)).toEqual(found);
  });

  it('tells of the last time where a message was given to it twice', async () => {
    const first = { SendStatus: 2, SendDate: '2026-10-08 09:00:01', ReceiveDate: '2026-10-08 09:00:02' };
    const second = { SendStatus: 3, SendDate: '2026-10-08 09:06:00', ReceiveDate: '2026-10-08 09:06:02' };
    const { byAliyun } = await asked(listed(second, first));
    expect(await byAliyun(message)).toMatchObject({ receipt: { kind: 'delivered' } });
  });

  it('keeps nothing of a failure but a code: it may quote the number', async () => {
    const detail = { SendStatus: 2, ErrCode: `no ${NUMBER}`, SendDate: '2026-10-08 09:00:01' };
    const { byAliyun } = await asked(listed(detail));
    expect(JSON.stringify(await byAliyun(message))).not.toContain(NUMBER);
  });
});

const told = (...statuses: object[]) => ({
  Response: { PullSmsSendStatusSet: statuses.map((one) => ({ SessionContext: ID, ...one })), RequestId: 'r' },
});

describe('Tencent, asked what became of a text message', () => {
  it('is asked by number, from a minute before', async () => {
    const { heard, byTencent } = await asked(told());
    await byTencent(message);
    expect(heard.map(({ action }) => action)).toEqual(['PullSmsSendStatusByPhoneNumber']);
    expect(JSON.parse(heard[0]!.body)).toEqual({
      ...{ SmsSdkAppId: '1400000001', PhoneNumber: `+86${NUMBER}`, BeginTime: Date.parse(AT) / 1_000 - 60 },
      ...{ Offset: 0, Limit: 100 },
    });
  });

  it.each([
    [
      'arrived',
      { ReportStatus: 'SUCCESS', Description: 'DELIVRD', UserReceiveTime: 1_791_421_204 },
      { kind: 'taken', receipt: { kind: 'delivered', at: '2026-10-08T01:00:04.000Z' } },
    ],
    [
      'failed',
      { ReportStatus: 'FAIL', Description: 'UNDELIV', UserReceiveTime: 1_791_421_204 },
      { kind: 'taken', receipt: { kind: 'returned', at: '2026-10-08T01:00:04.000Z', reason: 'UNDELIV' } },
    ],
    [
      'is another one, which says nothing of ours',
      { ReportStatus: 'SUCCESS', SessionContext: 'QH-2', UserReceiveTime: 1_791_421_204 },
      { kind: 'silent' },
    ],
  ])('says that it %s', async (_, status, found) => {
    const { byTencent } = await asked(told(status));
    expect(await byTencent(message)).toEqual(found);
  });
});

describe('an operator that cannot tell', () => {
  it.each(['silent', 'away'] as const)('(%s) leaves it open, and throws nothing', async (behaviour) => {
    const { byAliyun, byTencent } = await asked({}, behaviour);
    expect([await byAliyun(message), await byTencent(message)]).toEqual([{ kind: 'silent' }, { kind: 'silent' }]);
  });

  it('refusing our question, leaves it open', async () => {
    const { byAliyun, byTencent } = await asked({
      Code: 'Throttling.User',
      Response: { Error: { Code: 'AuthFailure' } },
    });
    expect([await byAliyun(message), await byTencent(message)]).toEqual([{ kind: 'silent' }, { kind: 'silent' }]);
  });
});
