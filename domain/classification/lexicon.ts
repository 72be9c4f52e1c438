import type { CharacterVariants } from '../text/folding.ts';

/** Terms of the field, parted by spaces. */
export type TermList = string;

/** Terms by how much each tells: strong ones decide alone, medium ones with another, weak ones only add. */
export interface GradedTerms {
  readonly strong?: TermList | undefined;
  readonly medium?: TermList | undefined;
  readonly weak?: TermList | undefined;
}

/** What makes somebody look sooner. */
export type Circumstance =
  | 'accident'
  | 'fish-kill'
  | 'drinking-water'
  | 'school'
  | 'pupils'
  | 'many-people'
  | 'crowd'
  | 'joint-letter'
  | 'illness'
  | 'health'
  | 'night';

/** 词库: what the words of a complaint tell. Never a sentence of one. */
export interface Lexicon {
  readonly version: string;
  readonly characters: CharacterVariants;
  /** Other spellings of a part of a term: "噪声" is also written "噪音", "燥声". */
  readonly spellings: Readonly<Record<string, TermList>>;
  /** 污染表现: what people see, hear and smell. */
  readonly signs: Readonly<Record<string, GradedTerms>>;
  /**
   * 防治措施, by the sign that they should prevent: people name them where they are missing, so no negator touches them.
   */
  readonly measures: Readonly<Record<string, TermList>>;
  /** 污染来源: where it comes from. Tells nothing without a sign. */
  readonly sources: Readonly<Record<string, TermList>>;
  readonly circumstances: Readonly<Record<Circumstance, TermList>>;
  /** Subjects of other departments. */
  readonly otherSubjects: GradedTerms;
  /** Words that turn the sign after them into its absence. */
  readonly negators: TermList;
  /** Words that contain a term by accident. */
  readonly neutral: TermList;
}
