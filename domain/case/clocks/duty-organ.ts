import type { Clock } from '../../clocks/clock.ts';
import type { ClockRule } from '../../clocks/clock-rule.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import { above, organNamed, type Roster } from '../../organs.ts';
import { type Case, isOpen } from '../case.ts';

/**
 * The organ that a clock waits for. Where its rule says whose duty it is, that is the lead, whoever decides on an
 * objection or a review, the top of the line, or the level above the lead; the level above too where it must review what
 * the lead has reported, and where only it may open an ended inspection item again; whoever proposed an answer, as long
 * as it waits for its signature there; otherwise the lead.
 */
export function dutyOrganOf(
  clock: Pick<Clock, 'name' | 'policy'>,
  state: Case,
  rules: Roster & { readonly policies: Policies },
): string {
  const duty = ruleOf(clock, rules.policies)?.dutyOf;
  if (duty === 'lead') return organNamed(state.lead, rules).id;
  if (duty === 'assigner' && state.objection) return organNamed(state.objection.to, rules).id;
  if (duty === 'reviewer' && state.review) return organNamed(state.review.organ, rules).id;
  if (duty === 'top') return above(state.lead, Number.POSITIVE_INFINITY, rules).id;
  if (isToBeSigned(clock, state, rules)) return organNamed(state.closing!.by!.organ, rules).id;
  const isReviewed = state.status === 'reported' || duty === 'superior';
  const isEndedItem = state.inspection !== undefined && !isOpen(state);
  return above(state.lead, isReviewed || isEndedItem ? 1 : 0, rules).id;
}

/** Whether a clock waits for the signature under an answer. */
export function isToBeSigned(
  clock: Pick<Clock, 'name' | 'policy'>,
  { closing }: Case,
  { policies }: { readonly policies: Policies },
): boolean {
  return closing?.by !== undefined && FOR_ANSWER.includes(ruleOf(clock, policies)?.dutyOf);
}

/** Of whom a clock that an answer stops is the duty. */
const FOR_ANSWER: readonly (ClockRule['dutyOf'] | undefined)[] = [undefined, 'superior'];

/** Whether a clock is never the lead's, nor that of the level above it as such. */
export const isOthersDuty = (duty: ClockRule['dutyOf']): boolean =>
  duty === 'assigner' || duty === 'top' || duty === 'reviewer';
