import { expect, it } from 'vitest';
import { commandCase, filed } from '../../usecases/cases/command-case.ts';
import { movesOf } from '../../usecases/operations/rule-moves.ts';
import { beijing, inBeijing, policies } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

/** The rules of December 2026 with 45 days for the answer, as of the 5th of January. */
function shorterRules() {
  const own = policies.get('2026-2')!;
  const handle = { ...own.clocks.handle!, period: { unit: 'calendar-days', count: 45 } as const };
  const shorter = { version: '2027-1', clocks: { ...own.clocks, handle } };
  const change = [{ version: '2026-2' }, { from: '2027-01-05', version: '2027-1' }];
  return { ...rules(), policies: new Map([...policies, ['2027-1', shorter]]), currentPolicy: change };
}

it('a case lives on under the rules that it began with, until somebody moves it; what is shown before is what happens', async () => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-10 10:00');
  await world.order('2026-12-11 10:00', 'county', receipt, { type: 'accept' });
  const [now, after] = [beijing('2027-01-05 09:00'), shorterRules()];
  const stateOf = async () => (await world.cases.load(receipt))!;
  const handleOf = async () => (await stateOf()).clocks.find(({ name }) => name === 'handle')!;
  const moveTo = async (policy?: string) =>
    (
      await commandCase(
        receipt,
        { type: 'recompute', policy },
        { ...after, now, actor: { kind: 'system' } },
        world.cases,
      )
    ).kind;

  // The new rules are there, and move nothing by themselves.
  expect(await moveTo()).toBe('unchanged');
  expect(inBeijing((await handleOf()).dueAt)).toBe('2027-02-10 00:00');
  // What they would move is shown: sixty days from 11 December, and forty-five.
  const shown = movesOf(await stateOf(), '2027-1', now, { before: rules(), after });
  const move = shown.find(({ name }) => name === '办结')!;
  expect([inBeijing(move.from), inBeijing(move.to)]).toEqual(['2027-02-10 00:00', '2027-01-26 00:00']);
  expect(move.come.at(-1)).toMatch(/^下一步 1月8日08:15 提醒/);
  // Then it is done, and is what was shown; the next reminder goes by the new day, not by the old one.
  expect(await moveTo('2027-1')).toBe('done');
  expect(await handleOf()).toMatchObject({ policy: '2027-1', dueAt: move.to });
  expect(inBeijing(filed(await stateOf(), after).nextTimerAt!)).toBe('2027-01-08 08:15');
  // Twice is once.
  expect(await moveTo('2027-1')).toBe('unchanged');
  expect(movesOf(await stateOf(), '2027-1', now, { before: after, after })).toEqual([]);
});
