import type { Clock } from '../clocks/clock.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import { above, type Roster } from '../organs.ts';
import type { Case } from './case.ts';

/**
 * Who must do what a clock is about: the lead, unless its rule says that whoever decides on the objection must, or the
 * top of the lead's line.
 */
export function bearerOf(
  clock: Pick<Clock, 'name' | 'policy'>,
  { lead, objection }: Case,
  rules: Roster & { readonly policies: Policies },
): string {
  const duty = ruleOf(clock, rules.policies)?.dutyOf;
  if (duty === 'top') return above(lead, Number.POSITIVE_INFINITY, rules).id;
  return duty === 'assigner' && objection ? objection.to : lead;
}
