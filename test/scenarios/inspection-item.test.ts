import { expect, it } from 'vitest';
import { newWorld } from '../support/world.ts';

const inspection = { batch: '3', item: 'D3QH001' };

it('an inspection item that nobody reports is chased by the hour on the fifth day, holiday or not', async () => {
  const world = newWorld();
  // Given an item handed over on the eve of the holiday.
  await world.complain('2026-09-29 16:30', { channel: 'partner', sourceId: 'inspection:D3QH001', inspection });
  // When the fifth day comes, the 4th of October.
  await world.sweepUntil('2026-10-04 23:59');
  // Then the leaders hear of it within hours of noon.
  expect(world.arrivals()).toEqual([
    '2026-09-29 16:30 email handler@county.example 【交办】',
    '2026-10-02 09:00 email handler@county.example 【提醒】',
    '2026-10-03 09:00 email handler@county.example 【提醒】',
    '2026-10-04 08:00 sms 13900000601 【催办】',
    '2026-10-04 12:00 sms 13900000601 【超期】',
    '2026-10-04 12:00 email leader@county.example 【超期】',
    '2026-10-04 13:00 sms 13900000402 【督办】',
    '2026-10-04 16:00 sms 13900000802 【督办】',
  ]);
  expect(world.outbox[1]?.text).toContain('督察交办：第3批，编号D3QH001');
});

it('an inspection item whose report is sent back has six hours for its supplement, day and night', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00', { channel: 'partner', inspection });
  await world.order('2026-06-01 14:00', 'county', receipt, { type: 'accept' });
  await world.order('2026-06-03 10:00', 'county', receipt, { type: 'report', findings: '属实' });
  const before = world.outbox.length;
  await world.order('2026-06-03 22:00', 'city', receipt, { type: 'return', missing: '监测报告' });
  await world.sweepUntil('2026-06-04 08:00');
  expect(world.arrivals().slice(before)).toEqual([
    '2026-06-03 22:00 email handler@county.example 【退回】',
    '2026-06-03 22:00 sms 13900000601 【退回】',
    '2026-06-04 02:00 email handler@county.example 【提醒】',
    '2026-06-04 04:00 sms 13900000601 【超期】',
    '2026-06-04 04:00 email leader@county.example 【超期】',
    '2026-06-04 05:00 sms 13900000402 【督办】',
    '2026-06-04 07:00 sms 13900000802 【督办】',
  ]);
});
