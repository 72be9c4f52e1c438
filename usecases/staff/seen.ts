import type { Staff } from '../../domain/case/actor.ts';
import { isHiddenFrom, maySee } from '../../domain/case/authority.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Roster } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';

/** What staff ask to see, or why they may not. */
export type Shown<T, Obstacle = never> =
  | { readonly kind: 'shown'; readonly value: T }
  | { readonly kind: 'unknown' | 'not-yours' | Obstacle };

export interface SeenDeps {
  readonly cases: Pick<CaseReader, 'load'>;
  readonly context: Roster;
}

/** The case, for whoever may see it: 并案的, by the rights of the case in which it is handled. */
export async function seen(caseId: string, staff: Staff, { cases, context }: SeenDeps): Promise<Shown<Case>> {
  const line = await lineOf(caseId, cases);
  const [state] = line;
  const last = line.at(-1);
  if (!state || !last || line.some((one) => isHiddenFrom(staff.organ, one, context))) return { kind: 'unknown' };
  return maySee(last, staff.organ, context) ? { kind: 'shown', value: state } : { kind: 'not-yours' };
}

/** The case, the one that it was joined to, and where that one went in turn. */
async function lineOf(caseId: string, cases: SeenDeps['cases']): Promise<readonly Case[]> {
  const state = await cases.load(caseId);
  if (!state) return [];
  return [state, ...(state.joinedTo === undefined ? [] : await lineOf(state.joinedTo, cases))];
}
