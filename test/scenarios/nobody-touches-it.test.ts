import { describe, expect, it } from 'vitest';
import { newWorld } from '../support/world.ts';

describe('a case that nobody touches climbs to the province', () => {
  it('over the National Day holiday of 2026: nobody above is disturbed on a day off, no reminder comes too late', async () => {
    const world = newWorld();
    // Given a complaint of Sunday, 20 September 2026, a make-up day on which people work.
    await world.complain('2026-09-20 10:00');
    // When weeks go by.
    await world.sweepUntil('2026-10-18 00:00');
    // Then each letter came when it should, in order, each once.
    expect(world.arrivals()).toEqual([
      '2026-09-20 10:00 email handler@county.example 【交办】',
      // The five working days end on Monday, the 28th: the 25th to the 27th are the Mid-Autumn Festival. The reminder
      // comes before them.
      '2026-09-24 08:15 email handler@county.example 【提醒】',
      // The 15 days end on the 5th of October, within the holiday; both reminders would come on the day before it, and
      // one is enough.
      '2026-09-30 08:15 email handler@county.example 【提醒】',
      '2026-10-05 08:15 email handler@county.example 【催办】',
      '2026-10-05 08:15 sms 13900000601 【催办】',
      '2026-10-06 08:15 email handler@county.example 【超期】',
      '2026-10-06 08:15 email leader@county.example 【超期】',
      // The city hears of it on the first working day after the holiday, the province the next Monday.
      '2026-10-08 08:15 email leader@city.example 【督办】',
      '2026-10-12 08:15 email leader@province.example 【督办】',
    ]);
  });

  it('says to each level what is due, since when it is late, and who hears of it next', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-09-20 10:00');
    await world.sweepUntil('2026-10-18 00:00');

    const toCity = world.outbox.find(({ to }) => to === 'leader@city.example');
    expect(toCity?.text).toContain(receipt);
    expect(toCity?.text).toContain('书面告知信访人是否受理');
    expect(toCity?.text).toContain('2026年10月5日（周一）24:00');
    expect(toCity?.text).toContain('已超期2天8小时');
    expect(toCity?.text).toContain('2026年10月12日（周一）08:15上报province局督办');
    const toProvince = world.outbox.findLast(({ to }) => to === 'leader@province.example');
    expect(toProvince?.text).toContain('2026年10月19日（周一）08:15上报province局督办');
  });

  it('and no letter to staff holds a word of the complainant or who they are', async () => {
    const world = newWorld();
    await world.complain('2026-09-20 10:00');
    await world.sweepUntil('2026-12-31 00:00');
    for (const personal of ['睡不着', '钱测试', '13911112222', 'qian@citizen.example']) {
      expect(JSON.stringify(world.outbox)).not.toContain(personal);
    }
  });
});

describe('the schedule is missed for a week', () => {
  it('then the next sweep catches up in order, each step once, and each letter says when it was meant to come', async () => {
    const world = newWorld();
    // Given a case whose last fortnight begins, and a schedule that stands still from the 12th to the 19th of June.
    await world.complain('2026-06-01 10:00');
    await world.sweepUntil('2026-06-12 00:00');
    const before = world.outbox.length;
    // When it runs again.
    await world.sweepOnce('2026-06-18 09:05');
    await world.sweepOnce('2026-06-18 09:06');
    // Then everything of that week is there, once, in order.
    const missed = world.outbox.slice(before);
    expect(missed.map(({ to, subject }) => `${to} ${subject.slice(0, 4)}`)).toEqual([
      'handler@county.example 【提醒】',
      ...['handler@county.example 【催办】', '13900000601 【催办】'],
      ...['handler@county.example 【超期】', 'leader@county.example 【超期】'],
      'leader@city.example 【督办】',
    ]);
    expect(missed[0]?.text).toContain('本通知原定2026年6月15日（周一）08:15发出。');
    // And the rest comes at its own time.
    await world.sweepUntil('2026-06-28 00:00');
    expect(world.arrivals().slice(before + missed.length)).toEqual([
      '2026-06-22 08:15 email leader@province.example 【督办】',
    ]);
  });
});
