import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { marksOf } from '../../domain/lists/marks.ts';
import { newWorld } from '../support/world.ts';

/** A case that was taken up on 2 June, so that sixty days end on Saturday, 1 August; or on another day. */
async function accepted(at = '2026-06-02 10:00') {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  const order = (at: string, command: StaffCommand, who = 'city') => world.order(at, who, receipt, command);
  await order(at, { type: 'accept' }, 'county');
  const chased = async (until: string) => {
    const before = world.outbox.length;
    await world.sweepUntil(until);
    return world
      .arrivals()
      .slice(before)
      .filter((line) => line.includes('email'));
  };
  return { world, order, chased, stateOf: async () => (await world.cases.load(receipt))! };
}

const KEY = { type: 'mark', add: ['key'], remove: [], reason: '督察组关注' } as const;

describe('a case that the level above marks 督察重点*', () => {
  it('is shown with the mark, and its lead hears of it', async () => {
    const { world, order, stateOf } = await accepted();
    await order('2026-06-03 10:00', KEY);
    expect(marksOf(await stateOf())).toEqual(['key']);
    expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@county.example' });
    expect(world.outbox.at(-1)!.text).toContain('上级单位将该件标记为“督察重点*”，请抓紧办理。\n说明：督察组关注');
  });

  it('is reminded of earlier, and the levels above hear sooner', async () => {
    const { order, chased } = await accepted();
    await order('2026-06-03 10:00', KEY);
    expect(await chased('2026-08-06 12:00')).toEqual([
      '2026-07-17 08:15 email handler@county.example 【提醒】',
      '2026-07-22 08:15 email handler@county.example 【提醒】',
      '2026-07-27 08:15 email handler@county.example 【提醒】',
      '2026-07-29 08:15 email handler@city.example 【提醒】',
      '2026-07-31 08:15 email handler@county.example 【提醒】',
      '2026-08-01 08:15 email handler@county.example 【催办】',
      '2026-08-02 08:15 email handler@county.example 【超期】',
      '2026-08-02 08:15 email leader@county.example 【超期】',
      '2026-08-03 10:00 email leader@city.example 【督办】',
      '2026-08-04 08:15 email leader@province.example 【督办】',
    ]);
  });

  it('is reminded of all the same where a weekend brings the word to the level above on the same day', async () => {
    // Sixty days end on Wednesday, 5 August; three days before is a Sunday, five days before the Friday.
    const { order, chased } = await accepted('2026-06-06 10:00');
    await order('2026-06-06 11:00', KEY);
    const friday = (await chased('2026-08-01 12:00')).filter((line) => line.startsWith('2026-07-31'));
    expect(friday).toEqual([
      '2026-07-31 08:15 email handler@county.example 【提醒】',
      '2026-07-31 08:15 email handler@city.example 【提醒】',
    ]);
  });

  it('late is not chased for what an earlier mark would have brought, but goes up at once', async () => {
    const { world, order, chased } = await accepted();
    await world.sweepUntil('2026-08-03 12:00');
    await order('2026-08-03 12:00', KEY);
    expect(await chased('2026-08-05 12:00')).toEqual(['2026-08-04 08:15 email leader@province.example 【督办】']);
  });

  it('keeps that mark until the level above takes it off', async () => {
    const { order, stateOf } = await accepted();
    await order('2026-06-03 10:00', KEY);
    const off = { type: 'mark', add: [], remove: ['key'] } as const;
    expect(await order('2026-06-04 10:00', off, 'county')).toMatchObject({
      kind: 'refused',
      detail: '“督察重点*”由上级单位标记，请由上级单位取消',
    });
    await order('2026-06-05 10:00', off, 'province');
    const { marked, stricter, clocks } = await stateOf();
    expect([marked, stricter, ...clocks.map((clock) => clock.stricter)]).toEqual([
      [],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a mark that the lead sets itself', () => {
  it('may be one of the key matters of the province, and changes nothing if set again', async () => {
    const { order, stateOf } = await accepted();
    const matter = { type: 'mark', add: ['matter-2', 'nimby'], remove: [] } as const;
    expect((await order('2026-06-03 10:00', matter, 'county/handler')).kind).toBe('done');
    expect((await order('2026-06-03 11:00', matter, 'county/handler')).kind).toBe('unchanged');
    const { marked, stricter } = await stateOf();
    expect(marked?.map(({ name }) => name)).toEqual(['跨界污染重点件', '邻避']);
    expect(stricter).toBeUndefined();
  });

  it('must be one that the province has', async () => {
    const { order } = await accepted();
    const unknown = { type: 'mark', add: ['matter-7'], remove: [] } as const;
    expect(await order('2026-06-03 10:00', unknown, 'county')).toMatchObject({ kind: 'refused' });
  });
});
