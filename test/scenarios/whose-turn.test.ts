import { describe, expect, it } from 'vitest';
import { newWorld } from '../support/world.ts';

describe('a report that nobody reviews', () => {
  it('is the reviewer’s delay: the city is chased, then the province hears, and the county is left alone', async () => {
    const world = newWorld();
    // Given a report of Thursday, 1 October 2026, the first day of the holiday.
    const { receipt } = await world.complain('2026-09-01 10:00');
    await world.order('2026-09-02 09:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-10-01 15:00', 'county', receipt, { type: 'report', findings: '属实，已责令停工' });
    const before = world.outbox.length;
    // When weeks go by.
    await world.sweepUntil('2026-12-01 00:00');
    // Then the five working days, the make-up Saturday among them, end on Tuesday, 13 October.
    const since = world.arrivals().slice(before);
    expect(since.slice(0, 7)).toEqual([
      '2026-10-08 08:15 email handler@city.example 【提醒】',
      '2026-10-12 08:15 email handler@city.example 【提醒】',
      '2026-10-13 08:15 email handler@city.example 【催办】',
      '2026-10-13 08:15 sms 13900000401 【催办】',
      '2026-10-14 08:15 email handler@city.example 【超期】',
      '2026-10-14 08:15 email leader@city.example 【超期】',
      '2026-10-15 08:15 email leader@province.example 【督办】',
    ]);
    // Then the province hears again every week, by letter only.
    expect(since.filter((line) => line.startsWith('2026-10-26'))).toEqual([
      '2026-10-26 08:15 email leader@province.example 【督办】',
    ]);
    // And the sixty days of the case are the city's as well, from the report on.
    expect(since.filter((line) => line.includes('county.example'))).toEqual([]);
    expect(world.outbox.find(({ subject }) => subject.startsWith('【督办】'))?.text).toContain(
      '审查单位city局尚未完成',
    );
  });
});

describe('who asks for an ended case to be opened again', () => {
  async function asked() {
    const world = newWorld();
    const { receipt, queryCode } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    await world.close('2026-06-09 10:00', 'county', receipt, { answer: '经查属实，施工单位已停工整改。' });
    await world.complain('2026-07-01 10:00', {
      sourceId: 'again',
      follows: { to: receipt, as: 'supplement' },
    });
    return { world, receipt, queryCode, before: world.outbox.length };
  }

  it('is owed a decision within fifteen days: who must decide is chased, then the city hears', async () => {
    const { world, before } = await asked();
    // The day of asking does not count: the fifteen days end on Thursday, 16 July.
    await world.sweepUntil('2026-07-20 12:00');
    expect(world.arrivals().slice(before)).toEqual([
      '2026-07-10 08:15 email handler@county.example 【提醒】',
      '2026-07-15 08:15 email handler@county.example 【提醒】',
      '2026-07-16 08:15 email handler@county.example 【催办】',
      '2026-07-16 08:15 sms 13900000601 【催办】',
      '2026-07-17 08:15 email handler@county.example 【超期】',
      '2026-07-17 08:15 email leader@county.example 【超期】',
      '2026-07-20 08:15 email leader@city.example 【督办】',
    ]);
  });

  it('whoever decides ends the chase', async () => {
    const { world, receipt, before } = await asked();
    await world.order('2026-07-03 09:00', 'county', receipt, { type: 'decline-reopening', reason: '没有新的事实。' });
    await world.sweepUntil('2026-12-31 00:00');
    expect(
      world
        .arrivals()
        .slice(before)
        .filter((line) => !line.includes('citizen')),
    ).toEqual([]);
  });
});
