import type { Accused } from '../../accused/accused.ts';
import { heldFairly } from '../../accused/recusal.ts';
import type { Roster } from '../../organs.ts';
import type { Case, Suggestion } from '../case.ts';

/**
 * The case in other hands. What the rules had suggested is remembered from the first time on; an objection of those who
 * had it has come to its end, and so has who was responsible at an organ that has it no more.
 */
export function handedTo(state: Case, { lead, assisting }: Suggestion): Case {
  const { suggested = { lead: state.lead, assisting: state.assisting } } = state;
  const objection = lead === state.lead ? state.objection : undefined;
  const officers = state.officers?.filter(({ organ }) => organ === lead || assisting.includes(organ));
  return { ...state, lead, assisting, suggested, objection, officers };
}

/** Whom these accuse who was not accused before, and who holds the case then; nothing where they accuse nobody new. */
export function newlyAccused(
  state: Case,
  accused: readonly Accused[],
  roster: Roster,
): { readonly accused?: readonly Accused[]; readonly held?: Suggestion } {
  const more = accused.filter(({ organ }) => !state.accused?.includes(organ));
  return more.length === 0 ? {} : { accused: more, held: heldFairly(state, withAccused(state, more)!, roster) };
}

/** Everybody who is accused, these too; undefined for nobody. */
export function withAccused({ accused }: Case, more: readonly Accused[] = []): readonly string[] | undefined {
  return more.length === 0 ? accused : [...(accused ?? []), ...more.map(({ organ }) => organ)];
}

export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
