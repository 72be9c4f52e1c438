import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/reconcile-day/handler.ts';
import { WATCHED_COUNTERS } from '../../lib/monitoring/watched-counters.ts';
import { consoleOf } from '../support/messages.ts';
import { reconciling } from '../support/reconciling.ts';
import { beijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const runAt = (world: ReturnType<typeof newWorld>, time: string) =>
  consoleOf(() => createHandler(reconciling(world))({ time: beijing(time) }));
const countedIn = (lines: string): string[] =>
  Object.keys(WATCHED_COUNTERS).filter((name) => lines.includes(`"${name}":`));

describe('every day', () => {
  it('says that yesterday is whole, and wakes nobody', async () => {
    const world = newWorld();
    await world.complain('2026-06-01 10:00');
    const lines = await runAt(world, '2026-06-02 08:00');
    expect(lines).toContain('"day":"2026-06-01","complaints":1,"events":1,"missing":0');
    expect(lines).toContain('"DayReconciled":1');
    expect(countedIn(lines)).toEqual([]);
  });

  it('names the complaint of yesterday that has no case, and wakes somebody', async () => {
    const world = newWorld();
    const { receipt } = await world.acceptOnly('2026-06-01 10:00');
    const lines = await runAt(world, '2026-06-02 08:00');
    expect(lines).toContain(`"event":"complaint-without-case","day":"2026-06-01","receipt":"${receipt}"`);
    expect(countedIn(lines)).toEqual(['ReconcileMissing']);
  });

  it('names the event of yesterday of which nobody was told', async () => {
    const world = newWorld(async () => undefined);
    const { receipt } = await world.complain('2026-06-01 10:00');
    const lines = await runAt(world, '2026-06-02 08:00');
    expect(lines).toContain(`"event":"event-untold","day":"2026-06-01","caseId":"${receipt}","seq":1`);
  });

  it('names the channel from which nothing comes any more', async () => {
    const world = newWorld();
    for (const day of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'])
      await world.complain(`2026-06-${day} 10:00`, { sourceId: `mail-${day}`, channel: 'email' });
    await world.complain('2026-05-31 10:00', { sourceId: 'mail-31', channel: 'email' });
    expect(countedIn(await runAt(world, '2026-06-16 08:00'))).toEqual([]);
    const lines = await runAt(world, '2026-06-29 08:00');
    expect(lines).toContain('"event":"channel-silent","day":"2026-06-28","channel":"email"');
  });

  it('looks at the day before yesterday within an hour of midnight, for that alone is over', async () => {
    const world = newWorld();
    await world.acceptOnly('2026-06-01 23:50');
    expect(countedIn(await runAt(world, '2026-06-02 00:30'))).toEqual([]);
    expect(countedIn(await runAt(world, '2026-06-02 01:00'))).toEqual(['ReconcileMissing']);
  });

  it('writes no word of anybody into its log', async () => {
    const world = newWorld(async () => undefined);
    await world.complain('2026-06-01 10:00');
    const lines = await runAt(world, '2026-06-02 08:00');
    for (const word of ['浇筑', '钱测试', '13911112222', 'qian@']) expect(lines).not.toContain(word);
  });
});
