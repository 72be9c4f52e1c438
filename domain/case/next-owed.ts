import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import { type Case, runningClocks } from './case.ts';

/** What the complainant is owed next, the soonest first. */
export function nextOwed(state: Case, policies: Policies): Clock | undefined {
  return runningClocks(state)
    .filter((clock) => clock.pausedAt === undefined && ruleOf(clock, policies)?.owedTo === 'complainant')
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}

/** What that is, as one says it to them: “书面告知您是否受理”. */
export const owedInWords = (clock: Clock, policies: Policies): string | undefined =>
  ruleOf(clock, policies)?.duty.replace(/信访人|来件人/u, '您');
