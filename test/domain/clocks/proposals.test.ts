import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { runningClocks } from '../../../domain/case/case.ts';
import { policiesOf } from '../../../domain/clocks/policy.ts';
import { caseAfter, orderedBy, registeredAt } from '../../support/cases.ts';
import { beijing, inBeijing } from '../../support/rules.ts';

const clocks = JSON.parse(readFileSync('config/clocks.json', 'utf8'));

/** What is due of a case that was entered on the 5th of January, in a province that turned those clocks on. */
function dueOf(channel: 'proposal' | 'letter', on: readonly string[]) {
  const { command, context } = registeredAt(beijing('2027-01-05 09:00'), { channel });
  const policies = policiesOf(clocks, { shorter: {}, on });
  const { state } = caseAfter({ command, context: { ...context, policies } });
  return new Map(runningClocks(state).map(({ name, dueAt }) => [name, dueAt]));
}

describe('a proposal of deputies', () => {
  it('is answered within three months where the province says that this holds', () => {
    expect(dueOf('proposal', ['proposal-answer']).get('proposal-answer')).toBe(beijing('2027-04-06 00:00'));
  });

  it('has no such period before the province says so, and a letter never has', () => {
    expect([...dueOf('proposal', []).keys()]).not.toContain('proposal-answer');
    expect([...dueOf('letter', ['proposal-answer']).keys()]).not.toContain('proposal-answer');
  });
});

describe('a report that was taken up', () => {
  /** Taken up on Wednesday 30 September 2026, before the seven days of the National Day; Saturday 10 October is worked. */
  const passedOn = (on: readonly string[], ...orders: readonly StaffCommand[]) => {
    const policies = policiesOf(clocks, { shorter: {}, on });
    const at = (n: number) => beijing(`2026-09-30 1${n}:00`);
    const steps = [registeredAt(at(0)), ...orders.map((order, n) => orderedBy('county', at(n + 1), order))];
    const { state } = caseAfter(
      ...steps.map(({ command, context }) => ({ command, context: { ...context, policies, currentPolicy: '2026-2' } })),
    );
    return runningClocks(state).flatMap(({ name, dueAt }) => (name === 'pass-on' ? [inBeijing(dueAt)] : []));
  };
  const named = { type: 'distribute', officer: { sub: 'u-1', name: '李工' } } as const;

  it('is passed on within three working days where the province says that this holds, and in none before it says so', () => {
    expect(passedOn(['pass-on'], { type: 'accept' })).toEqual(['2026-10-11 00:00']);
    expect(passedOn([], { type: 'accept' })).toEqual([]);
  });

  it('is no longer waited for once somebody answers for it, nor where somebody does already', () => {
    expect(passedOn(['pass-on'], { type: 'accept' }, named)).toEqual([]);
    expect(passedOn(['pass-on'], named, { type: 'accept' })).toEqual([]);
  });
});
