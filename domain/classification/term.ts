import type { Found } from '../text/terms.ts';
import type { Role } from './role.ts';

/** A term of the lexicon with all that it tells; a neutral one tells nothing. */
export interface Term {
  readonly term: string;
  readonly roles: readonly Role[];
}

/** Whether a term tells something of that kind. */
export function tells({ roles }: Term, kind: Role['kind']): boolean {
  for (const role of roles) if (role.kind === kind) return true;
  return false;
}

/** A term where it stands; sentences are counted from 0. */
export interface Mention extends Found<Term> {
  readonly sentence: number;
}
