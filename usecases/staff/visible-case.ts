import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom, sightOf } from '../../domain/case/rights/authority.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import type { Roster } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';

/** What staff ask to see, or why they may not. */
export type Shown<T, Obstacle = never> =
  | { readonly kind: 'shown'; readonly value: T }
  | { readonly kind: 'unknown' | 'not-yours' | 'not-your-role' | Obstacle };

export interface VisibleCaseDeps {
  readonly cases: Pick<CaseReader, 'load'>;
  readonly context: Roster;
}

/**
 * The case, for whoever may see it, or its words: 并案的, by the rights of the case in which it is handled. A role that may
 * look at nothing does not learn whether there is one.
 */
export async function visibleCase(
  caseId: string,
  staff: Staff,
  { cases, context }: VisibleCaseDeps,
  power: 'see' | 'words' = 'see',
): Promise<Shown<Case>> {
  if (!hasPower(power, staff.role, ['own'])) return { kind: 'not-your-role' };
  const line = await lineOf(caseId, cases);
  const [state] = line;
  const last = line.at(-1);
  if (!state || !last || line.some((one) => isHiddenFrom(staff.organ, one, context))) return { kind: 'unknown' };
  const sight = sightOf(power, last, staff, context);
  return sight === 'may' ? { kind: 'shown', value: state } : { kind: sight };
}

/** The case, the one that it was joined to, and where that one went in turn. */
async function lineOf(caseId: string, cases: VisibleCaseDeps['cases']): Promise<readonly Case[]> {
  const state = await cases.load(caseId);
  if (!state) return [];
  return [state, ...(state.joinedTo === undefined ? [] : await lineOf(state.joinedTo, cases))];
}
