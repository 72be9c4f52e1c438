import { expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { milestonesOf } from '../../domain/notices/complainants/milestones.ts';
import { newWorld } from '../support/world.ts';

const VISIT: StaffCommand = {
  type: 'record-visit',
  on: '2026-06-02',
  people: ['钱一', '孙二'],
  findings: '夜间仍在施工，已当场制止',
  files: [],
};

it('who was at the place, and when, stands in the record; the complainant sees the day, the lead what others found', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  // Given a visit of the county, and another of the city, on the same day.
  expect(await world.order('2026-06-02 15:00', 'county/handler', receipt, VISIT)).toMatchObject({ kind: 'done' });
  const before = world.outbox.length;
  expect(await world.order('2026-06-02 18:00', 'city/supervisor', receipt, VISIT)).toMatchObject({ kind: 'done' });
  expect(world.outbox.slice(before).map(({ to, text }) => [to, text.split('\n\n')[0]])).toEqual([
    ['handler@county.example', 'city局已于2026年6月2日现场核查。\n核查情况：夜间仍在施工，已当场制止'],
  ]);
  const events = await world.cases.events(receipt);
  expect(milestonesOf(events, receipt).map(({ text }) => text)).toContain('2026年6月2日已现场核查');
  expect(
    milestonesOf(events, receipt)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('夜间');
  expect((await world.cases.load(receipt))?.visits).toEqual([
    { on: '2026-06-02', organ: 'county', seq: 2 },
    { on: '2026-06-02', organ: 'city', seq: 3 },
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'visited', people: ['钱一', '孙二'] });
});

it('nobody was there tomorrow', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  expect(await world.order('2026-06-01 23:59', 'county', receipt, VISIT)).toMatchObject({ detail: '日期不能晚于今天' });
});

it('of more visits than a case remembers, the record keeps all', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  for (let count = 0; count < 25; count++) await world.order('2026-06-02 15:00', 'county', receipt, VISIT);
  expect((await world.cases.load(receipt))?.visits).toHaveLength(20);
  expect(await world.cases.events(receipt)).toHaveLength(26);
});
