import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRules } from '../../../domain/case/context.ts';
import { movesOf, recomputed } from '../../../usecases/operations/rule-moves.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing, calendar, contextAt, ladders, policies, policy } from '../../support/rules.ts';

const now = beijing('2026-12-30 09:00');
const before: CaseRules = contextAt(now);
const stateOf = (receivedAt: string) => caseAfter(registeredAt(beijing(receivedAt))).state;

/** The State Council gives the Monday after New Year as well. */
const longNewYear = {
  ...calendar,
  to: '2027-12-31',
  holidays: new Set([...calendar.holidays, '2027-01-01', '2027-01-04']),
};

describe('a changed calendar', () => {
  const after = { ...before, calendar: longNewYear };

  it('moves a limit in working days that lies across the new day off, which is named', () => {
    const moves = movesOf(stateOf('2026-12-29 10:00'), undefined, now, { before, after });
    expect(moves).toMatchObject([{ name: '异议', from: beijing('2027-01-07 00:00'), to: beijing('2027-01-08 00:00') }]);
    expect(moves[0]!.gone).toContain('不计：2027年1月1日至3日（元旦）');
    expect(moves[0]!.come).toContain('不计：2027年1月1日至4日（元旦）');
  });

  it('leaves days of the calendar as they are, and tells which letter goes out another day', () => {
    const reminded = movesOf(stateOf('2026-12-21 10:00'), undefined, now, { before, after });
    expect(reminded).toMatchObject([{ name: '告知', gone: [expect.stringContaining('1月4日08:15 提醒')] }]);
    expect(reminded[0]!.from).toBe(reminded[0]!.to);
  });
});

describe('a changed version', () => {
  const tell = { ...policy.clocks.tell!, period: { unit: 'calendar-days' as const, count: 10 } };
  const clocks = { ...policy.clocks, tell };
  const after = { ...before, policies: new Map([...policies, ['2027-1', { version: '2027-1', clocks }]]) };

  it('moves nobody who stays under the version of before', () => {
    expect(movesOf(stateOf('2026-12-29 10:00'), undefined, now, { before, after })).toEqual([]);
  });

  it('moves whoever is ordered to it, from the day of receipt on', () => {
    const moves = movesOf(stateOf('2026-12-29 10:00'), '2027-1', now, { before, after });
    expect(moves.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['告知', beijing('2027-01-14 00:00'), beijing('2027-01-09 00:00')],
    ]);
  });

  it('moved twice, or looked at again after the move, nothing moves, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(days, fc.boolean(), (day, isNamed) => {
        const receivedAt = new Date(Date.parse('2025-01-01T02:00:00Z') + day * 86_400_000).toISOString();
        const version = isNamed ? '2027-1' : undefined;
        const rules = { ...after, calendar: longNewYear };
        const once = recomputed(caseAfter(registeredAt(receivedAt)).state, version, now, rules);
        expect(recomputed(once, version, now, rules)).toEqual(once);
        expect(movesOf(once, version, now, { before: rules, after: rules })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

it('a changed ladder moves no deadline, and tells what is sent when', () => {
  const [first, ...rest] = ladders.clocks.tell!;
  const earlier = { ...first!, when: { days: -7, at: '09:00', move: 'earlier' as const } };
  const after = { ...before, ladders: { ...ladders, clocks: { ...ladders.clocks, tell: [earlier, ...rest] } } };
  const [move] = movesOf(stateOf('2026-12-29 10:00'), undefined, now, { before, after });
  expect([move!.gone, move!.come].map(([line]) => line!.slice(0, 16))).toEqual([
    '下一步 1月8日08:15 提醒',
    '下一步 1月6日09:00 提醒',
  ]);
});
