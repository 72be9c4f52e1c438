import type { Found } from '../text/terms.ts';
import type { Circumstance, OutcomeCue } from './lexicon.ts';

/** What a term tells. */
export type Role =
  | { readonly kind: 'sign'; readonly sign: string; readonly points: number; readonly deniable: boolean }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'circumstance'; readonly circumstance: Circumstance }
  | { readonly kind: 'other-subject'; readonly points: number }
  | { readonly kind: 'negator' }
  | { readonly kind: 'opens' | 'closes'; readonly pair: number }
  | { readonly kind: 'cue'; readonly cue: OutcomeCue }
  | { readonly kind: 'idiom' }
  | { readonly kind: 'abstract' }
  | { readonly kind: 'sentence-end' };

/** A term of the lexicon with all that it tells; a neutral one tells nothing. */
export interface Term {
  readonly term: string;
  readonly roles: readonly Role[];
}

/** A term where it stands; sentences are counted from 0. */
export interface Mention extends Found<Term> {
  readonly sentence: number;
}
