import { describe, expect, it } from 'vitest';
import { newWorld } from '../support/world.ts';

describe('a county officer handles a case in time', () => {
  it('then the complainant hears of each step, nobody is chased, and silence follows', async () => {
    const world = newWorld();
    // Given a complaint, taken up the next day, reported within the week, and closed by the city.
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-06-08 15:00', 'county', receipt, { type: 'report', findings: '属实，已责令停工' });
    await world.close('2026-06-09 10:00', 'city', receipt, { answer: '施工单位已停止夜间施工。' });
    // When a year goes by.
    await world.sweepUntil('2027-06-01 00:00');
    // Then these are all the letters there ever were.
    expect(world.arrivals()).toEqual([
      '2026-06-01 10:00 email handler@county.example 【交办】',
      '2026-06-02 09:00 email qian@citizen.example 1236',
      '2026-06-08 15:00 email handler@city.example 【审查】',
      '2026-06-09 10:00 email leader@city.example 【签发】',
      '2026-06-09 10:00 email qian@citizen.example 1236',
    ]);
    expect(world.outbox.at(-1)?.text).toContain('答复意见：施工单位已停止夜间施工。');
    expect(await world.cases.due.earliest()).toBeUndefined();
  });

  it('late, but with an extension: the old deadline chases nobody any more', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    await world.sweepUntil('2026-07-20 12:00');
    await world.order('2026-07-20 14:00', 'county', receipt, { type: 'request-extension', reason: '监测未完成' });
    await world.order('2026-07-20 15:00', 'county/head', receipt, { type: 'extend' });
    const before = world.outbox.length;
    await world.sweepUntil('2026-08-10 00:00');
    expect(world.arrivals().slice(before)).toEqual([]);
    await world.sweepUntil('2026-08-31 23:59');
    expect(world.arrivals().slice(before)).toEqual([
      '2026-08-14 08:15 email handler@county.example 【提醒】',
      '2026-08-26 08:15 email handler@county.example 【提醒】',
      '2026-08-28 08:15 email handler@county.example 【提醒】',
      '2026-08-31 08:15 email handler@county.example 【催办】',
      '2026-08-31 08:15 sms 13900000601 【催办】',
    ]);
  });

  it('who never left an address hears nothing, and finds the answer by receipt and query code', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00', { contact: undefined, anonymous: true });
    await world.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    expect(world.arrivals()).toEqual(['2026-06-01 10:00 email handler@county.example 【交办】']);
    expect([...world.deliveries.byNotice.values()].map(({ state }) => state)).toEqual(['sent', 'failed']);
  });
});

describe('a matter that is not the county’s', () => {
  it('goes back once the desk agrees with the objection, and to the neighbour, whose own five days begin', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-03 10:00', 'county', receipt, { type: 'object', reason: '工地在邻县' });
    await world.order('2026-06-04 09:50', 'desk', receipt, { type: 'agree-return' });
    await world.order('2026-06-04 10:00', 'desk', receipt, { type: 'assign', lead: 'neighbour', assisting: [] });
    await world.sweepUntil('2026-06-12 00:00');
    expect(world.arrivals()).toEqual([
      '2026-06-01 10:00 email handler@county.example 【交办】',
      '2026-06-03 10:00 email handler@desk.example 【异议】',
      '2026-06-04 09:50 email handler@county.example 【异议】',
      '2026-06-04 09:50 email handler@desk.example 【异议】',
      '2026-06-04 10:00 email handler@neighbour.example 【交办】',
      '2026-06-10 08:15 email handler@neighbour.example 【提醒】',
      '2026-06-11 08:15 email handler@neighbour.example 【提醒】',
    ]);
  });
});
