import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/sweep-deadlines/handler.ts';
import { consoleOf } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

async function office() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  return { world, receipt, deps: { cases: world.cases, due: world.cases.due, context: rules() } };
}

describe('the schedule', () => {
  it('fires what is due at its own time, whatever the machine’s clock says', async () => {
    const { deps } = await office();
    const handler = createHandler(deps);
    expect(await handler({ time: '2026-06-05T00:14:00Z' })).toMatchObject({ fired: 0 });
    expect(await handler({ time: '2026-06-05T00:15:00Z' })).toEqual({
      fired: 1,
      failed: 0,
      idleUntil: beijing('2026-06-11 08:15'),
    });
  });

  it('goes on when one case is broken, and raises an alarm by its id', async () => {
    const { world, receipt, deps } = await office();
    await world.complain('2026-06-01 11:00', { sourceId: 'other' });
    const load = (caseId: string) =>
      caseId === receipt ? Promise.reject(new TypeError('工地每晚浇筑')) : world.cases.load(caseId);
    const handler = createHandler({ ...deps, cases: { ...world.cases, load } });
    const written = await consoleOf(async () =>
      expect(await handler({ time: '2026-06-05T00:15:00Z' })).toMatchObject({ fired: 1, failed: 1 }),
    );
    expect(written).toContain(`"event":"timer-failed","error":"TypeError","caseId":"${receipt}"`);
    expect(written).toContain('"TimerFailed":1');
    expect(written).not.toContain('浇筑');
  });

  it('without a time is a broken deployment, and fails', async () => {
    const { deps } = await office();
    await expect(createHandler(deps)({})).rejects.toThrow();
  });
});
