import type { Case, Suggestion } from './case.ts';

/**
 * The case in other hands. What the rules had suggested is remembered from the first time on; an objection of those who
 * had it has come to its end.
 */
export function handedTo(state: Case, { lead, assisting }: Suggestion): Case {
  const { suggested = { lead: state.lead, assisting: state.assisting } } = state;
  const objection = lead === state.lead ? state.objection : undefined;
  return { ...state, lead, assisting, suggested, objection };
}

export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
