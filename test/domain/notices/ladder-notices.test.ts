import { describe, expect, it } from 'vitest';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, registeredAt, swept } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const rules = contextAt(beijing('2026-09-20 10:00'));
const noticesOfLast = ({ state, events }: ReturnType<typeof caseAfter>) => noticesFor(events.at(-1)!, state, rules);
const start = registeredAt(beijing('2026-09-20 10:00'));

describe('a reminder', () => {
  const [reminder] = noticesOfLast(caseAfter(start, swept(beijing('2026-09-30 08:15'))));

  it('says what is due, by when exactly, on what basis, and what happens next', () => {
    expect(reminder!.text).toBe(
      [
        '请county局书面告知信访人是否受理。',
        '',
        '应办：书面告知信访人是否受理',
        '期限：2026年10月5日（周一）24:00前（北京时间），还有5天15小时',
        '依据：《信访工作条例》第二十三条第二款、第三款、《环保举报热线工作管理办法》',
        '下一步：仍未办理的，2026年10月5日（周一）08:15再次催办',
        '',
        '登记编号：QH-0000-0000-0001',
        '事项：建筑施工噪声（噪声）',
        '地点：青禾省禾阳市东川区',
        '',
        '打开工作台：https://desk.example/desk/cases/QH-0000-0000-0001',
      ].join('\n'),
    );
  });

  it('goes to the officer by e-mail, and by text message where mail does not reach', () => {
    expect(
      reminder!.addresses.map((address) => 'to' in address && [address.transport, address.to]).slice(0, 2),
    ).toEqual([
      ['email', 'handler@county.example'],
      ['sms', '1390000' + '0601'],
    ]);
  });

  it('fits the values of a text message', () => {
    for (const value of Object.values(reminder!.sms.values)) expect(value.length).toBeLessThanOrEqual(20);
  });
});

describe('an escalation', () => {
  const notices = noticesOfLast(caseAfter(start, swept(beijing('2026-10-08 08:15'))));

  it('goes to the leader of the level above, by one letter', () => {
    expect(notices.map(({ id }) => id.split('#').slice(2).join('#'))).toEqual(['city#leader#email']);
  });

  it('names the organ that is late and who hears of it next', () => {
    expect(notices[0]!.text).toContain(
      '主办单位county局尚未完成，请city局督促。\n\n应办：书面告知信访人是否受理\n期限：2026年10月5日（周一）24:00前（北京时间），已超期2天8小时\n',
    );
    expect(notices[0]!.text).toContain('2026年10月12日（周一）08:15上报province局督办');
  });

  it('that the sweep finds within a minute is not called late', () => {
    const [found] = noticesOfLast(caseAfter(start, swept('2026-10-08T00:16:00.000Z')));
    expect(found!.text).not.toContain('本通知原定');
  });

  it('that goes out late says when it was meant to go', () => {
    const [late] = noticesOfLast(caseAfter(start, swept(beijing('2026-10-09 15:00'))));
    expect(late!.text).toContain('本通知原定2026年10月8日（周四）08:15发出。');
  });
});
