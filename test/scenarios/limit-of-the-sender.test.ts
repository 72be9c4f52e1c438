import { describe, expect, it } from 'vitest';
import { runningClocks } from '../../domain/case/case.ts';
import type { Limit } from '../../domain/clocks/set-limit.ts';
import type { Submission } from '../../domain/complaint.ts';
import type { Campaign } from '../../domain/partners/campaign.ts';
import { beijing, inBeijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const senders = new Map([['hotline', { reportTo: 'orders@hotline.example' }]]);
const ordered = (number: string, limit?: Limit): Partial<Submission> => ({
  channel: 'partner',
  partner: 'hotline',
  sourceId: `hotline:${number}`,
  order: { number, limit },
  contact: undefined,
  anonymous: true,
});
const fiveDays: Limit = { unit: 'working-days', count: 5 };

const world = () => newWorld(undefined, undefined, { senders });
const duesOf = async (one: ReturnType<typeof newWorld>, receipt: string) =>
  runningClocks((await one.cases.load(receipt))!)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
    .map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`);

describe('an order of the hotline with a limit of its own', () => {
  it('is chased by that limit beside the legal periods, and what became of it is told to the hotline', async () => {
    const here = world();
    // Given an order of Monday that the hotline wants answered within five working days.
    const { receipt } = await here.complain('2026-06-01 10:00', ordered('GD-1', fiveDays));
    expect((await duesOf(here, receipt))[0]).toBe('objection 2026-06-09 00:00');
    expect(await duesOf(here, receipt)).toContain('set-limit 2026-06-09 00:00');
    expect(here.outbox[0]?.text.indexOf('在指定期限内办结并反馈')).toBeLessThan(
      here.outbox[0]!.text.indexOf('书面告知信访人是否受理'),
    );
    await here.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    // When nobody does it in time.
    const before = here.outbox.length;
    await here.sweepUntil('2026-06-11 12:00');
    expect(here.arrivals().slice(before)).toEqual([
      '2026-06-05 08:15 email handler@county.example 【提醒】',
      '2026-06-08 08:15 email handler@county.example 【催办】',
      '2026-06-08 08:15 sms 13900000601 【催办】',
      '2026-06-09 00:00 email handler@county.example 【超期】',
      '2026-06-09 00:00 sms 13900000601 【超期】',
      '2026-06-09 00:00 email leader@county.example 【超期】',
      '2026-06-09 08:15 email leader@city.example 【督办】',
      '2026-06-11 08:15 email leader@province.example 【督办】',
    ]);
    // Then the hotline hears the result with its own number, and that it came late.
    await here.close('2026-06-12 10:00', 'county', receipt, { answer: '已责令工地停止夜间施工。' });
    const report = here.outbox.find(({ to }) => to === 'orders@hotline.example');
    expect(report?.subject).toBe(`【反馈】GD-1 已办结 [${receipt}]`);
    expect(report?.text).toContain('贵单位交办的GD-1，现反馈办理结果：已办结。');
    expect(report?.text).toContain('指定期限：2026年6月8日（周一）24:00，逾期办理');
    expect(report?.text).toContain('答复意见：已责令工地停止夜间施工。');
  });

  it('is answered in time: nobody is chased, and the report says so', async () => {
    const here = world();
    const { receipt } = await here.complain('2026-06-01 10:00', ordered('GD-2', fiveDays));
    await here.order('2026-06-02 09:00', 'county', receipt, {
      type: 'transfer',
      department: '城市管理局',
      explanation: '已移送。',
    });
    await here.sweepUntil('2026-12-31 00:00');
    expect(here.outbox.at(-1)?.text).toContain('按期办理');
    expect(here.outbox.at(-1)?.text).toContain('移送单位：城市管理局\n说明：已移送。');
    expect(here.arrivals().join()).not.toMatch(/提醒|催办|超期|督办/);
  });

  it('of hours is chased by the hour', async () => {
    const here = world();
    await here.complain('2026-06-01 10:00', ordered('GD-3', { unit: 'hours', count: 24 }));
    await here.sweepUntil('2026-06-02 13:00');
    expect(here.arrivals().slice(1)).toEqual([
      '2026-06-02 08:00 email handler@county.example 【提醒】',
      '2026-06-02 10:00 sms 13900000601 【超期】',
      '2026-06-02 10:00 email leader@county.example 【超期】',
      '2026-06-02 11:00 sms 13900000402 【督办】',
      '2026-06-02 13:00 sms 13900000802 【督办】',
    ]);
  });

  it.each([
    ['two days', '2026-06-19 00:00', ['2026-06-20 14:00', '2026-06-22 08:15', '2026-06-23 08:15']],
    ['eleven weeks', '2026-04-01 00:00', ['2026-06-22 08:15', '2026-06-23 08:15', '2026-06-24 08:15']],
  ])(
    'that passed %s before it came, on the Saturday of 端午, is late from the start: whoever has it hears, then those above',
    async (_, until, [told, city, province]) => {
      const here = world();
      await here.complain('2026-06-20 14:00', ordered('GD-7', { until: beijing(until) }));
      await here.sweepUntil('2026-06-25 00:00');
      expect(here.arrivals().slice(1)).toEqual([
        `${told} email handler@county.example 【超期】`,
        `${told} sms 13900000601 【超期】`,
        `${told} email leader@county.example 【超期】`,
        `${city} email leader@city.example 【督办】`,
        `${province} email leader@province.example 【督办】`,
      ]);
    },
  );

  it('keeps its limit where it is joined to an earlier case, and is reported when that one ends', async () => {
    const here = world();
    const first = await here.complain('2026-06-01 10:00');
    const second = await here.complain('2026-06-02 10:00', ordered('GD-4', fiveDays));
    await here.order('2026-06-03 10:00', 'county', second.receipt, { type: 'join', into: first.receipt });
    expect(await duesOf(here, first.receipt)).toContain('set-limit 2026-06-10 00:00');
    await here.order('2026-06-04 10:00', 'county', first.receipt, { type: 'accept' });
    await here.close('2026-06-05 10:00', 'county', first.receipt, { answer: '工地已经完成整改，不再扰民。' });
    const reports = here.outbox.filter(({ to }) => to === 'orders@hotline.example').map(({ subject }) => subject);
    expect(reports).toEqual([`【反馈】GD-4 已并案办理 [${second.receipt}]`, `【反馈】GD-4 已办结 [${second.receipt}]`]);
  });

  it('gets a new limit by what the hotline sends after it', async () => {
    const here = world();
    const { receipt } = await here.complain('2026-06-01 10:00', ordered('GD-5', fiveDays));
    const follows = { to: receipt, as: 'supplement' } as const;
    const until = beijing('2026-06-20 12:00');
    await here.complain('2026-06-03 10:00', { ...ordered('GD-5', { until }), sourceId: 'hotline/more', follows });
    expect(await duesOf(here, receipt)).toContain('set-limit 2026-06-20 12:00');
  });
});

describe('an order that the hotline sends back after the answer', () => {
  const sentBack = (receipt: string, limit?: Limit) => ({
    ...ordered('GD-8', limit),
    sourceId: `hotline/back/${limit ? 'limit' : ''}`,
    follows: { to: receipt, as: 'send-back' } as const,
  });
  async function answered() {
    const here = world();
    const { receipt } = await here.complain('2026-06-01 10:00', ordered('GD-8', fiveDays));
    await here.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    await here.order('2026-06-03 10:00', 'county', receipt, { type: 'request-extension', reason: '监测未完成' });
    await here.close('2026-06-04 10:00', 'county', receipt, { answer: '已责令工地停止夜间施工。' });
    return { here, receipt };
  }
  const reopen = { type: 'reopen', reason: '仍在夜间施工' } as const;

  it('has its new limit once it is handled again, counted from the Sunday of 端午 on which it came back', async () => {
    const { here, receipt } = await answered();
    await here.complain('2026-06-21 10:00', sentBack(receipt, fiveDays));
    expect(await duesOf(here, receipt)).toEqual(['reopening 2026-07-07 00:00']);
    await here.order('2026-06-24 10:00', 'county', receipt, reopen);
    expect(await duesOf(here, receipt)).toEqual(['set-limit 2026-06-27 00:00', 'handle 2026-08-24 00:00']);
  });

  it('has none where none was set, and time that was asked for before the answer is granted to nobody', async () => {
    const { here, receipt } = await answered();
    await here.complain('2026-06-21 10:00', sentBack(receipt));
    await here.order('2026-06-24 10:00', 'county', receipt, reopen);
    expect(await duesOf(here, receipt)).toEqual(['handle 2026-08-24 00:00']);
    expect(await here.order('2026-06-24 11:00', 'county/head', receipt, { type: 'extend' })).toMatchObject({
      detail: '没有待批准的延期申请',
    });
  });
});

describe('limits that the hotline sends one after the other', () => {
  const more = (receipt: string, count: number) => ({
    ...ordered('GD-9', { unit: 'working-days', count }),
    sourceId: `hotline/more/${count}`,
    follows: { to: receipt, as: 'supplement' } as const,
  });

  it.each([
    ['in that order', [0, 1]],
    ['in another order', [1, 0]],
  ])(
    'count from the Sunday on which they came, and the last one holds, though they are registered on Monday %s',
    async (_, turns) => {
      const here = world();
      const { receipt } = await here.complain('2026-06-01 10:00', ordered('GD-9'));
      const first = await here.acceptOnly('2026-06-07 23:58', more(receipt, 15));
      const second = await here.acceptOnly('2026-06-07 23:59', more(receipt, 3));
      for (const turn of turns) await here.register([first, second][turn]!.receipt, '2026-06-08 00:01');
      expect(await duesOf(here, receipt)).toContain('set-limit 2026-06-11 00:00');
    },
  );
});

describe('a superior that assigns', () => {
  it('may set a limit, and another one later; nobody sets their own, nor one of yesterday, nor beyond that of the sender', async () => {
    const here = world();
    const { receipt } = await here.complain('2026-06-01 10:00');
    const assign = (by: string, limit: Limit, id = receipt) =>
      here.order('2026-06-02 10:00', by, id, { type: 'assign', lead: 'county', assisting: [], limit });
    await assign('city', { unit: 'calendar-days', count: 7, by: '12:00' });
    expect(await duesOf(here, receipt)).toContain('set-limit 2026-06-09 12:00');
    await assign('city', { unit: 'calendar-days', count: 9 });
    expect(await duesOf(here, receipt)).toContain('set-limit 2026-06-12 00:00');
    expect(await assign('county', fiveDays)).toMatchObject({ detail: '办理期限由交办单位指定，不能给本单位指定' });
    expect(await assign('city', { until: beijing('2026-06-01 18:00') })).toMatchObject({
      detail: '办理期限不能早于现在',
    });
    const order = await here.complain('2026-06-01 10:00', ordered('GD-6', fiveDays));
    expect(await assign('city', { unit: 'calendar-days', count: 30 }, order.receipt)).toMatchObject({
      detail: '不能晚于来件单位指定的期限',
    });
  });
});

describe('two inspection campaigns at once', () => {
  const campaign = (batchPrefix: string, days: number, by: string, hours: number): Campaign => ({
    name: `第${days}日`,
    from: '2026-06-01',
    until: '2026-07-31',
    batchPrefix,
    report: { unit: 'calendar-days', count: days, by },
    supplement: { unit: 'hours', count: hours },
    basis: `本次督察要求：第${days}日${by}前报送`,
  });
  const campaigns = [campaign('', 5, '12:00', 6), campaign('S', 10, '18:00', 24)];

  it.each([
    ['第三批', '2026-06-06 12:00', '本次督察要求：第5日12:00前报送', '2026-06-04 04:00'],
    ['S03', '2026-06-11 18:00', '本次督察要求：第10日18:00前报送', '2026-06-04 22:00'],
    ['X-3', '2026-06-06 12:00', '接件之日起第五日中午12:00前', '2026-06-04 04:00'],
  ])('an item of batch %s is due on %s, as its campaign says', async (batch, due, basis, supplement) => {
    const here = newWorld(undefined, undefined, { campaigns });
    const inspection = { batch, item: 'D3QH001' };
    const { receipt } = await here.complain('2026-06-01 10:00', { ...ordered('D3QH001'), inspection });
    expect(await duesOf(here, receipt)).toContain(`inspection-report ${due}`);
    expect(here.outbox[0]?.text).toContain(basis);
    await here.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    await here.order('2026-06-03 10:00', 'county', receipt, { type: 'report', findings: '属实' });
    await here.order('2026-06-03 22:00', 'city', receipt, { type: 'return', missing: '监测报告' });
    expect(await duesOf(here, receipt)).toContain(`supplement ${supplement}`);
  });
});
