import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import { type Case, runningClocks } from './case.ts';

/** What the complainant is owed next, the soonest first. */
export function nextOwed(state: Case, policies: Policies): Clock | undefined {
  return runningClocks(state)
    .filter((clock) => clock.pausedAt === undefined && ruleOf(clock, policies)?.owedTo === 'complainant')
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}
