import type { Case, Suggestion } from './case.ts';

/** The case in other hands. What the rules had suggested is remembered from the first time on. */
export function handedTo(state: Case, { lead, assisting }: Suggestion): Case {
  const { suggested = { lead: state.lead, assisting: state.assisting } } = state;
  return { ...state, lead, assisting, suggested };
}

export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
