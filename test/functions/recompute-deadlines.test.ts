import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/recompute-deadlines/handler.ts';
import { calendar } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const time = '2026-12-30T01:00:00Z';

async function office() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-29 10:00');
  const context = { ...rules(), calendar: { ...calendar, to: '2027-12-31' } };
  const openCases = async function* () {
    yield receipt;
  };
  return { world, receipt, handler: createHandler({ cases: world.cases, openCases, context }) };
}

describe('an order to recompute', () => {
  it.each([{ time }, { time, dryRun: true }])('%j only shows what would change', async (order) => {
    const { world, receipt, handler } = await office();
    const { dryRun, cases } = await handler(order);
    expect(dryRun).toBe(true);
    expect(cases).toMatchObject([{ caseId: receipt, changes: [{ clock: 'objection', provisional: false }] }]);
    expect((await world.cases.load(receipt))?.version).toBe(1);
  });

  it('is applied when it says in so many words that it is no dry run', async () => {
    const { world, receipt, handler } = await office();
    expect((await handler({ time, dryRun: false })).cases).toHaveLength(1);
    expect((await world.cases.load(receipt))?.version).toBe(2);
    expect((await handler({ time, dryRun: false })).cases).toEqual([]);
  });

  it.each([{}, { time, dryRun: 'no' }, { time: 'now' }])('%j is refused, and changes nothing', async (order) => {
    const { world, receipt, handler } = await office();
    await expect(handler(order)).rejects.toThrow();
    expect((await world.cases.load(receipt))?.version).toBe(1);
  });
});
