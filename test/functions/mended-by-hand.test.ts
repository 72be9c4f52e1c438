import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/digest.ts';
import { memoryDayEntries } from '../../adapters/memory/day-entries.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { memoryLedgers } from '../../adapters/memory/ledgers.ts';
import { createHandler as deliverNotice } from '../../functions/deliver-notice/handler.ts';
import { createHandler as reconcileDay } from '../../functions/reconcile-day/handler.ts';
import { createHandler as sealDay } from '../../functions/seal-day/handler.ts';
import { createHandler as sweepDeadlines } from '../../functions/sweep-deadlines/handler.ts';
import { keeping } from '../support/kept.ts';
import { consoleOf, desk } from '../support/messages.ts';
import { reconciling } from '../support/reconciling.ts';
import { beijing, noticeHours } from '../support/rules.ts';
import { invocationsIn, runbookUnder } from '../support/runbook.ts';
import { newWorld, rules } from '../support/world.ts';

type Handler = (event: unknown) => Promise<unknown>;

/** A case of whose deadline a reminder was due at 08:15, and nobody swept. */
async function sleepingProvince() {
  const world = newWorld();
  await world.complain('2026-06-01 10:00');
  const noticeQueue = { send: async () => {} };
  const delivering = {
    ...{
      deliveries: memoryDeliveries(),
      cases: world.cases,
      rules: rules(),
      incidents: memoryIncidents(),
      noticeQueue,
    },
    ...{ ...keeping(), hours: noticeHours, setAside: desk().setAside, timeOf: () => '', transports: {} },
    complainantOf: async () => undefined,
  };
  const sealing = { entries: memoryDayEntries(), ledgers: memoryLedgers(), tell: async () => {}, sha256 };
  const handlers: Readonly<Record<string, Handler>> = {
    'sweep-deadlines': sweepDeadlines({ cases: world.cases, due: world.cases.due, context: rules() }),
    'deliver-notice': deliverNotice(delivering as unknown as Parameters<typeof deliverNotice>[0]) as Handler,
    'seal-day': sealDay(sealing),
    'reconcile-day': reconcileDay(reconciling(world)),
  };
  /** Does by hand what stands under that heading, at that moment. */
  const byHand = async (heading: string, at: string) => {
    const meant = { '<province>': 'demo', '<now, UTC ISO 8601>': beijing(at) };
    const [{ name, payload }] = invocationsIn(runbookUnder(heading), meant) as [{ name: string; payload: unknown }];
    return await handlers[name.replace('huiyin-demo-', '')]!(payload);
  };
  return { world, byHand };
}

describe('by the command of its own page', () => {
  it('a sweep that slept for six hours fires what has come due, once', async () => {
    const { byHand } = await sleepingProvince();
    const lines = await consoleOf(async () => {
      expect(await byHand('sweep-silent', '2026-06-05 14:15')).toMatchObject({ fired: 1, failed: 0 });
      expect(await byHand('sweep-silent', '2026-06-05 14:16')).toMatchObject({ fired: 0, failed: 0 });
    });
    expect(lines).toContain('"SweepBehindMinutes":0');
  });

  it.each([
    ['notices-silent', 'WaitingNoticesRun'],
    ['ledger-missing', 'LedgerStands'],
    ['reconcile-silent', 'DayReconciled'],
  ])('%s is over: what its alarm waits for is counted', async (heading, counter) => {
    const { byHand } = await sleepingProvince();
    expect(await consoleOf(() => byHand(heading, '2026-06-05 14:15'))).toContain(`"${counter}":1`);
  });
});
