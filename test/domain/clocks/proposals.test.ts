import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runningClocks } from '../../../domain/case/case.ts';
import { policiesOf } from '../../../domain/clocks/policy.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing } from '../../support/rules.ts';

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
