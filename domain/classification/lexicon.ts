import type { CharacterVariants } from '../text/folding.ts';
import type { PackedTold } from '../text/packed-terms.ts';
import type { Circumstance, OutcomeCue, Role } from './role.ts';

/** Terms of the field, parted by spaces. "{水色}色的水" stands for as many terms as the slot 水色 has fillers. */
export type TermList = string;

/** Terms by how much each tells: strong ones decide alone, medium ones with another, weak ones only add. */
export interface GradedTerms {
  readonly strong?: TermList | undefined;
  readonly medium?: TermList | undefined;
  readonly weak?: TermList | undefined;
}

/** What a term tells of an incident: what happens, to what, where, and whether it is told as happening now. */
export type IncidentPart =
  /** What tells a release by itself, and what breaks. */
  | 'release'
  | 'breakage'
  | 'outflow'
  | 'collapse'
  | 'crash'
  | 'fire'
  | 'blast'
  | 'dumping'
  | 'flight'
  /** People fallen ill so that others carry them, or so that they cough. */
  | 'acute'
  | 'mild'
  | 'dead-fish'
  | 'some-dead-fish'
  | 'fish'
  | 'afloat'
  | 'radioactive'
  /** Lead in the blood, found by a doctor. */
  | 'blood-lead'
  | 'loss'
  | 'gas'
  | 'liquid'
  | 'tank'
  | 'tailings'
  | 'plant'
  /** A skull on a drum. */
  | 'marked'
  | 'fumes'
  | 'discoloured'
  | 'drinking-water'
  | 'open-water'
  | 'drain'
  /** Kitchens, cars and machines, and the oils in them: they hold little. */
  | 'small'
  /** Oil and drums: much or little, by what holds them. */
  | 'faint'
  /** "如果", "担心": not yet. */
  | 'supposed'
  /** "建议", "标准": said of something else than what happens. */
  | 'wished'
  | 'past'
  /** "看新闻说": not here. */
  | 'elsewhere'
  | 'exercise'
  /** "已经扑灭", "堵住了": no more. */
  | 'over'
  | 'now'
  | 'denied'
  /** Words that contain such a term by accident. */
  | 'beside'
  | 'clause-end'
  | 'sentence-end';

/** A term of incidents with all that it tells. */
export interface IncidentTerm {
  readonly term: string;
  readonly parts: ReadonlySet<IncidentPart>;
}

/** Two lists of which a term of the one, some characters on followed by one of the other, tells a sign. */
export interface TermPair {
  readonly sign: string;
  readonly grade: keyof GradedTerms;
  /** "@river" stands for all terms of that source. */
  readonly first: TermList;
  readonly second: TermList;
  /** How many characters may stand between the two. */
  readonly within: number;
  /** The second half tells nothing else then: tap water that smells is no air. */
  readonly instead?: boolean | undefined;
}

/** Every term in every spelling, as a bundle carries them. */
export interface SpelledOut {
  readonly terms: PackedTold<Role>;
  readonly incidents: PackedTold<IncidentPart>;
}

/** 词库: what the words of a complaint tell. Never a sentence of one. */
export interface Lexicon {
  readonly version: string;
  readonly characters: CharacterVariants;
  /** 词位: what may stand at a place within terms, by the name of the place. */
  readonly slots: Readonly<Record<string, TermList>>;
  /** Other spellings of a part of a term: "噪声" is also written "噪音", "燥声". */
  readonly spellings: Readonly<Record<string, TermList>>;
  /** Characters that are written one for another, by sound or by shape: the right one, then those written in its place. */
  readonly slips: TermList;
  /** 污染表现: what people see, hear and smell. */
  readonly signs: Readonly<Record<string, GradedTerms>>;
  /**
   * 防治措施, by the sign that they should prevent: people name them where they are missing, so no negator touches them.
   */
  readonly measures: Readonly<Record<string, TermList>>;
  readonly pairs: readonly TermPair[];
  /** 污染来源: where it comes from. Tells nothing without a sign. */
  readonly sources: Readonly<Record<string, TermList>>;
  readonly circumstances: Readonly<Record<Circumstance, TermList>>;
  /** 突发事件, searched for by themselves, apart from all other terms. */
  readonly incidents: Readonly<Partial<Record<IncidentPart, TermList>>>;
  /** What tells advertisements, thanks and wrong numbers, which complain of nothing. */
  readonly outcomes: Readonly<Record<OutcomeCue, TermList>>;
  /** Set phrases that are signs only where another sign or a source bears them out, and things that no waste can foul. */
  readonly figures: { readonly idioms: TermList; readonly abstract: TermList };
  /** English words and what they mean, in words of this lexicon. */
  readonly english: Readonly<Record<string, string>>;
  /** Subjects of other departments. */
  readonly otherSubjects: GradedTerms;
  /** Words that turn the sign after them into its absence. */
  readonly negators: TermList;
  /** Words that contain a term by accident. */
  readonly neutral: TermList;
  /** Only in a bundle: what all the lists come to, so that no start has to work it out again. */
  readonly spelledOut?: SpelledOut | undefined;
}
