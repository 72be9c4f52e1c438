import type { Clock } from '../../clocks/clock.ts';
import type { ClockRule } from '../../clocks/clock-rule.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { type Case, runningClocks } from '../case.ts';
import { stillFulfils } from './clock-conditions.ts';

/** Whether what the rule of a clock asks for all the while is so. */
export const whileHolds = ({ while: lasting = [] }: Pick<ClockRule, 'while'>, state: Case): boolean =>
  lasting.every((condition) => stillFulfils(condition, state));

/**
 * The clocks that run and whose `while` is so. One of an earlier release may have been left running beyond that: it
 * chases nobody, and the next event of the case stops it.
 */
export const owedClocks = (state: Case, policies: Policies): readonly Clock[] =>
  runningClocks(state).filter((clock) => whileHolds(ruleOf(clock, policies) ?? {}, state));

/** What the complainant is owed next, the soonest first. */
export function nextOwed(state: Case, policies: Policies): Clock | undefined {
  return runningClocks(state)
    .filter((clock) => clock.pausedAt === undefined && ruleOf(clock, policies)?.owedTo === 'complainant')
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}

/** What that is, as one says it to them: “书面告知您是否受理”. */
export const owedInWords = (clock: Clock, policies: Policies): string | undefined =>
  ruleOf(clock, policies)?.duty.replace(/信访人|来件人/u, '您');
