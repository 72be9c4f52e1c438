import type { Case } from '../case/case.ts';
import { owedClocks } from '../case/clocks/owed-clocks.ts';
import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';

/** The period that ends first. One that is paused presses nobody, nor does a right that merely lapses. */
export function pressingClock(state: Case, policies: Policies): Clock | undefined {
  return owedClocks(state, policies)
    .filter((clock) => clock.pausedAt === undefined && ruleOf(clock, policies)?.owedTo !== 'nobody')
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}
