import type { Found } from '../text/terms.ts';
import type { Role } from './role.ts';

/** A term of the lexicon with all that it tells; a neutral one tells nothing. */
export interface Term {
  readonly term: string;
  readonly roles: readonly Role[];
}

/** A term where it stands; sentences are counted from 0. */
export interface Mention extends Found<Term> {
  readonly sentence: number;
}
