import { expect, it } from 'vitest';
import type { Notice } from '../../../domain/notices/notice.ts';
import { type ReconcileDayDeps, reconcileDay } from '../../../usecases/operations/reconcile-day.ts';
import { reconciling } from '../../support/reconciling.ts';
import { beijing } from '../../support/rules.ts';
import { newWorld } from '../../support/world.ts';

const DAY = '2026-06-01';
const LATER = beijing('2026-06-02 09:00');

it('a day on which everything went as it should is whole', async () => {
  const world = newWorld();
  const { receipt } = await world.complain(`${DAY} 10:00`);
  await world.order(`${DAY} 10:01`, 'county', receipt, { type: 'accept' });
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toEqual({
    complaints: 1,
    events: 2,
    withoutCase: [],
    untold: [],
    silent: [],
  });
});

it('a complaint of the day without a case is found, and not one that came within the hour', async () => {
  const world = newWorld();
  const { receipt } = await world.acceptOnly(`${DAY} 10:00`);
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toMatchObject({ complaints: 1, withoutCase: [receipt] });
  expect(await reconcileDay(DAY, beijing(`${DAY} 09:59`), reconciling(world))).toMatchObject({ withoutCase: [] });
  expect(await reconcileDay('2026-06-02', LATER, reconciling(world))).toMatchObject({ complaints: 0 });
  await world.register(receipt, `${DAY} 11:30`);
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toMatchObject({ withoutCase: [], untold: [] });
});

it('an event of which nobody was told is found, and relayed again it is told once', async () => {
  const lost: unknown[] = [];
  const post = { take: async (notices: readonly Notice[]): Promise<void> => void lost.push(notices) };
  const world = newWorld((notices) => post.take(notices));
  const { receipt } = await world.complain(`${DAY} 10:00`);
  const { untold } = await reconcileDay(DAY, LATER, reconciling(world));
  expect([lost.length, untold]).toEqual([1, [{ caseId: receipt, seq: 1 }]]);
  post.take = world.deliver;
  await world.relayAgain(receipt);
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toMatchObject({ untold: [] });
});

it('a case of an earlier day in which something happened is looked at too', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-05-29 10:00');
  await world.order(`${DAY} 10:01`, 'county', receipt, { type: 'accept' });
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toMatchObject({ complaints: 0, events: 1, untold: [] });
});

it('a notice that says what its event was, before the number, is of that event', async () => {
  const world = newWorld(async () => undefined);
  const { receipt } = await world.complain(`${DAY} 10:00`);
  const noticesOf: ReconcileDayDeps['noticesOf'] = async (caseId) => [
    {
      notice: { id: `${caseId}#follow-1#complainant`, caseId, at: beijing(`${DAY} 10:00`), subject: '' },
      delivery: { state: 'sent', claimedBy: 'a', claimedAt: beijing(`${DAY} 10:00`), attempts: [], version: 1 },
    },
  ];
  expect(await reconcileDay(DAY, LATER, reconciling(world))).toMatchObject({ untold: [{ caseId: receipt, seq: 1 }] });
  expect(await reconcileDay(DAY, LATER, { ...reconciling(world), noticesOf })).toMatchObject({ untold: [] });
});

it('a channel is silent only on a day that is over', async () => {
  const world = newWorld();
  for (const day of ['25', '26', '27', '28', '29', '30', '31'])
    await world.complain(`2026-05-${day} 10:00`, { sourceId: `mail-${day}`, channel: 'email' });
  const silentAt = async (day: string, now: string) => (await reconcileDay(day, now, reconciling(world))).silent;
  expect(await silentAt('2026-06-07', beijing('2026-06-07 23:59'))).toEqual([]);
  expect(await silentAt('2026-06-07', beijing('2026-06-08 00:00'))).toEqual([]);
});
