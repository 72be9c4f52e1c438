import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../domain/classification/occasions.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { delivering } from '../support/delivering.ts';
import { consoleOf } from '../support/messages.ts';
import { beijing, inBeijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const CONGRESS: Occasion = {
  ...{ name: '全国两会期间', from: '2027-03-03', to: '2027-03-12', tellsDutyDesk: true, dailyReport: '17:00' },
  basis: '任务书',
  confidence: 'S',
};

const AWAY: SendResult = { kind: 'busy', reason: 'ECONNREFUSED' };

/** A province in a key period, with a report at five each day, or at another hour. */
function province(dailyReport: Occasion['dailyReport'] = '17:00') {
  const world = newWorld(async () => undefined);
  const arrived: { readonly at: string; readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const fault: { mail?: SendResult; texts?: SendResult } = {};
  const put = async ({ subject, text }: Notice, to: string, { now }: { readonly now: string }): Promise<SendResult> => {
    const its = to.includes('@') ? fault.mail : fault.texts;
    if (its) return its;
    arrived.push({ at: inBeijing(now), to, subject, text });
    return { kind: 'sent', reference: subject };
  };
  const handler = delivering({ world, send: put, occasions: [{ ...CONGRESS, dailyReport }] });
  const run = (at: string) => handler({ time: beijing(at) });
  const evening = async (day: string) => {
    for (const time of ['16:59', '17:00', '17:01', '17:05', '17:10', '17:11', '17:29']) await run(`${day} ${time}`);
  };
  const reports = () => arrived.filter(({ subject }) => subject.startsWith('【日报】'));
  return { world, fault, run, evening, reports };
}

describe('in a key period', () => {
  it('the head of the province is told every day at the fixed hour, once, also that there was nothing, also on a Sunday', async () => {
    const { evening, reports } = province();
    const days = ['2027-03-03', '2027-03-04', '2027-03-05', '2027-03-06', '2027-03-07'];
    for (const day of ['2027-03-02', ...days]) await evening(day);
    expect(reports().map(({ at, to, subject }) => `${at} ${to} ${subject}`)).toEqual(
      days.map((day) => `${day} 17:00 leader@province.example 【日报】全国两会期间每日报告（${day}）：零报告`),
    );
    expect(reports()[0]!.text).toContain('全省没有收到生态环境信访件');
  });

  it('the report counts what came since that of the day before', async () => {
    const { world, evening, reports } = province();
    await world.complain('2027-03-03 16:00', { sourceId: 'before' });
    await world.complain('2027-03-03 18:00', { sourceId: 'evening' });
    await world.complain('2027-03-04 09:00', { sourceId: 'morning' });
    for (const day of ['2027-03-03', '2027-03-04']) await evening(day);
    expect(reports().map(({ subject }) => subject.slice(-4))).toEqual(['收到1件', '收到2件']);
    expect(reports()[1]!.text).toContain('其中疑似突发环境事件0件；超期未办0件');
  });

  it('a complaint that is registered late is in the report of the day after, and in no other', async () => {
    const { world, evening, reports } = province();
    const { receipt } = await world.acceptOnly('2027-03-03 16:50');
    await evening('2027-03-03');
    await world.register(receipt, '2027-03-03 18:00');
    for (const day of ['2027-03-04', '2027-03-05']) await evening(day);
    expect(reports().map(({ subject }) => subject.split('：')[1])).toEqual(['零报告', '收到1件', '零报告']);
  });

  it('a report at eight in the evening comes at eight, by text message where the mail host is away', async () => {
    const { fault, run, reports } = province('20:00');
    fault.mail = AWAY;
    for (const at of ['19:59', '20:00', '20:01']) await run(`2027-03-03 ${at}`);
    expect(reports().map(({ at, to }) => `${at} ${to}`)).toEqual(['2027-03-03 20:00 13900000802']);
  });

  it('a report that has not gone out by half past is an alarm until it has; then it goes out late', async () => {
    const { fault, run, evening, reports } = province();
    fault.mail = AWAY;
    fault.texts = AWAY;
    expect(await consoleOf(() => evening('2027-03-03'))).not.toContain('DailyReportLate');
    expect(await consoleOf(() => run('2027-03-03 17:30'))).toContain('"DailyReportLate":1');
    delete fault.mail;
    delete fault.texts;
    for (const at of ['17:40', '17:50', '17:55']) await run(`2027-03-03 ${at}`);
    expect(reports()).toHaveLength(1);
    expect(await consoleOf(() => run('2027-03-03 17:59'))).not.toContain('DailyReportLate');
  });
});

it('at no other time is anything reported, and the next report is known beforehand', async () => {
  const { run, reports } = province();
  await run('2027-03-03 08:35');
  expect(await run('2027-03-03 08:40')).toMatchObject({ idleUntil: beijing('2027-03-03 17:00') });
  await run('2027-03-14 09:00');
  expect(reports()).toEqual([]);
});
