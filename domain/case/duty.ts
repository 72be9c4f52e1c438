import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import type { Case } from './case.ts';

/** Who must do what a clock is about: the lead, unless its rule says that whoever decides on the objection must. */
export function bearerOf(clock: Pick<Clock, 'name' | 'policy'>, { lead, objection }: Case, policies: Policies): string {
  const isSettlers = ruleOf(clock, policies)?.dutyOf === 'assigner';
  return isSettlers && objection ? objection.to : lead;
}
