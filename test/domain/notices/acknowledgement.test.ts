import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../../domain/complaint.ts';
import { acknowledgements } from '../../../domain/notices/complainants/acknowledgement.ts';
import { filledIn, QUERY_CODE } from '../../../domain/notices/notice.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const received = beijing('2026-09-20 10:00');
const noticesOf = (changes: Partial<Complaint>) => {
  const { state, events } = caseAfter(registeredAt(received, changes));
  const [registered] = events;
  if (registered?.type !== 'registered') throw new Error('a case begins with its registration');
  return acknowledgements(registered, state, contextAt(received));
};

describe('whoever has no receipt yet', () => {
  const [receipt] = noticesOf({ channel: 'email', acknowledge: true });

  it('gets one, with all it takes to ask after the complaint', () => {
    expect(filledIn(receipt!, { [QUERY_CODE]: 'ABCD2345' }).text.split('\n')).toEqual([
      ...['您好：', '', `登记编号：${RECEIPT}`, '本回执只供您本人阅读；旁边有人时，请稍后再打开。', ''],
      ...[
        '您反映的问题已收到并登记，请保存本回执。',
        '',
        '查询码：ABCD2345',
        '收到时间：2026年9月20日（周日）10:00（北京时间）',
      ],
      ...['告知期限：2026年10月5日（周一）24:00前告知您是否受理', ''],
      '凭登记编号和查询码可以随时在 https://12369.example/ 查询办理情况，请勿将查询码告诉他人。',
      ...['', 'province局', '2026年9月20日', '咨询电话：0990-12369001'],
    ]);
  });

  it('has the query code nowhere in a queue', () => {
    expect(receipt!.text).toContain(`查询码：${QUERY_CODE}`);
  });

  it.each([
    ['email', 'email'],
    ['wechat', 'wechat'],
    ['wecom', 'wecom'],
  ] as const)('who came by %s gets it by %s, and no other way', (channel, transport) => {
    const [notice] = noticesOf({ channel, acknowledge: true });
    expect(notice!.addresses).toEqual([{ transport, complaint: RECEIPT }]);
  });
});

describe('no receipt is sent', () => {
  it.each([
    ['to who was given one at the door', { channel: 'web' }],
    ['for what nobody can read', { channel: 'email', acknowledge: true, flags: ['quarantined'] }],
    ['to an address that may be forged', { channel: 'email', acknowledge: true, flags: ['suspicious'] }],
  ] as const)('%s', (_, changes) => {
    expect(noticesOf(changes)).toEqual([]);
  });

  it('for anything that happens later', () => {
    const accepted = orderedBy('county', beijing('2026-09-21 10:00'), { type: 'accept' });
    const { state, events } = caseAfter(registeredAt(received, { channel: 'email', acknowledge: true }), accepted);
    const kinds = noticesFor(events[1]!, state, contextAt(received)).map(({ kind }) => kind);
    expect(kinds).toEqual([undefined]);
  });
});
