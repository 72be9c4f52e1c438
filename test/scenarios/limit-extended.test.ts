import { describe, expect, it } from 'vitest';
import { runningClocks } from '../../domain/case/case.ts';
import type { Submission } from '../../domain/complaint.ts';
import { beijing, inBeijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const ordered = (until: string): Partial<Submission> => ({
  ...{ channel: 'partner', partner: 'hotline', sourceId: 'hotline:GD-1', contact: undefined, anonymous: true },
  order: { number: 'GD-1', limit: { until: beijing(until) } },
});

/** A case that the county has accepted, with a limit of twenty days where the city set one: until 22 June. */
async function assigned(isLimited = true, more?: Partial<Submission>) {
  const world = newWorld(undefined, undefined, { senders: new Map([['hotline', { reportTo: 'o@hotline.example' }]]) });
  const { receipt } = await world.complain('2026-06-01 10:00', more);
  const limit = { unit: 'calendar-days', count: 20 } as const;
  if (isLimited)
    await world.order('2026-06-02 10:00', 'city', receipt, { type: 'assign', lead: 'county', assisting: [], limit });
  await world.order('2026-06-02 11:00', 'county', receipt, { type: 'accept' });
  const ask = (until?: string, clock?: string) =>
    world.order('2026-06-10 09:00', 'county', receipt, {
      ...{ type: 'request-extension', reason: '监测排在下周', until, clock },
    });
  const grant = () => world.order('2026-06-10 10:00', 'county/head', receipt, { type: 'extend' });
  const duesOf = async () =>
    runningClocks((await world.cases.load(receipt))!).map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`);
  return { world, receipt, ask, grant, duesOf };
}

describe('the limit that a level above set', () => {
  it('is extended by the head of the lead, whoever set it is told why, and the complainant is not', async () => {
    const { world, ask, grant, duesOf } = await assigned();
    await ask('2026-07-10', 'set-limit');
    expect(world.outbox.at(-1)?.text).toContain('批准后为2026年7月10日（周五）24:00前\n申请理由：监测排在下周');
    const before = world.outbox.length;
    await grant();
    expect(await duesOf()).toContain('set-limit 2026-07-11 00:00');
    expect(world.arrivals().slice(before)).toEqual(['2026-06-10 10:00 email handler@city.example 【报备】']);
    expect(world.outbox.at(-1)?.text).toContain('“将指定期限延至2026年7月10日”的决定');
    expect(world.outbox.at(-1)?.text).toContain('说明：监测排在下周');
    // The old day chases nobody.
    await world.sweepUntil('2026-07-07 00:00');
    expect(world.arrivals().slice(before + 1)).toEqual([]);
  });

  it('is extended once, and leaves the case the one extension that the law gives it', async () => {
    const { ask, grant, duesOf } = await assigned();
    await ask('2026-07-10', 'set-limit');
    await grant();
    expect(await ask('2026-07-20', 'set-limit')).toMatchObject({ detail: '办理期限只能延长一次' });
    await ask();
    await grant();
    expect(await duesOf()).toContain('handle 2026-09-01 00:00');
  });

  it.each([
    [undefined, '请写明指定期限延至哪一天'],
    ['2026-06-22', '要延至的日期，应当晚于现在的期限'],
  ])('is not extended to %s', async (until, detail) => {
    expect(await (await assigned()).ask(until, 'set-limit')).toMatchObject({ detail });
  });

  it('is not extended beyond what a sender waits for, whose own limit nobody here extends', async () => {
    const sooner = await assigned(true, ordered('2026-06-30 18:00'));
    expect(await sooner.ask('2026-07-01', 'set-limit')).toMatchObject({ detail: '不能晚于来件单位指定的期限' });
    expect(await sooner.ask('2026-06-29', 'set-limit')).toMatchObject({ kind: 'done' });
    const own = await assigned(false, ordered('2026-06-30 18:00'));
    expect(await own.ask('2026-07-01', 'set-limit')).toMatchObject({
      detail: '指定期限由来件单位定，请与来件单位联系',
    });
  });
});

describe('a period that the law extends by so many days', () => {
  it('takes no day from whoever asks', async () => {
    const refused = await (await assigned()).ask('2026-08-10', 'handle');
    expect(refused).toMatchObject({ detail: '该期限能延长几日由规定确定，请不要写“延至哪一天”' });
  });

  it('of filing a penalty leaves the case its one extension of handling', async () => {
    const { world, receipt, ask, grant, duesOf } = await assigned(false);
    await world.order('2026-06-08 09:00', 'county', receipt, { type: 'suspect-violation', clue: '偷排' });
    await ask(undefined, 'penalty-filing');
    await grant();
    await ask(undefined, 'handle');
    await grant();
    expect(await duesOf()).toContain('handle 2026-09-01 00:00');
  });
});
