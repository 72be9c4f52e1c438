/** What tells that a text is no complaint, or that it is one all the same. */
export type OutcomeCue = 'offer' | 'accusation' | 'thanks' | 'solved' | 'unsolved' | 'misdirected';

/** What makes somebody look sooner. */
export type Circumstance =
  | 'drinking-water'
  | 'school'
  | 'pupils'
  | 'many-people'
  | 'crowd'
  | 'joint-letter'
  | 'illness'
  | 'health'
  | 'night';

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
