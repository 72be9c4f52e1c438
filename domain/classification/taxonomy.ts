import type { PollutionType } from './classification.ts';
import type { IncidentTable } from './incident-level.ts';
import type { TermList } from './lexicon.ts';

/** A fine kind of pollution. */
export interface Subtype {
  /** For people. */
  readonly name: string;
  /** The pollution types it counts as, the first one first. */
  readonly types: readonly PollutionType[];
  /** The matter it makes, see config/matters.json. */
  readonly matter: string;
}

/** 污染细类, by their codes. */
export type Subtypes = Readonly<Record<string, Pick<Subtype, 'types' | 'matter'>>>;

/** What a sign means: the subtype it makes by itself, or where it comes from a known source. */
export interface SignMeaning {
  /** None where the sign only shows that the complaint is about the environment. */
  readonly subtype?: string | undefined;
  readonly bySource?: Readonly<Record<string, string>> | undefined;
}

/** One of the official lists of types; they differ by campaign and are never merged silently. */
export interface OfficialList {
  readonly name: string;
  /** Where the list was seen. */
  readonly source: string;
  readonly byType: Readonly<Partial<Record<PollutionType, string>>>;
  /** Where the list names a subtype of its own. */
  readonly bySubtype?: Readonly<Record<string, string>> | undefined;
}

/** 行业: what the national bulletins count beside the types, told from the sources that a text names. */
export interface Industries {
  /** Where the values were seen. */
  readonly source: string;
  /** By source of the lexicon; a source that is no industry is left out. */
  readonly bySource: Readonly<Record<string, string>>;
  /** Terms of a source that tell a finer or another industry, by that industry. */
  readonly byTerm: Readonly<Record<string, TermList>>;
  /** Terms that count only where no other term tells. */
  readonly generalTerms: TermList;
  /** Terms that tell no industry: a firm may do anything. */
  readonly silentTerms: TermList;
  /** Subtypes that any source can cause; the others only those that `signs` names for them. */
  readonly subtypesOfAnySource: readonly string[];
  /** Where no source is named. */
  readonly bySubtype: Readonly<Record<string, string>>;
}

/** 分类体系: the subtypes, what makes them, and when they are reported. */
export interface Taxonomy {
  readonly version: string;
  /** 分级标准, from old to new: on each day one is in force. */
  readonly incidentLevels: readonly IncidentTable[];
  readonly subtypes: Readonly<Record<string, Subtype>>;
  readonly signs: Readonly<Record<string, SignMeaning>>;
  /**
   * Sources that only take in or lie beside what others cause: they count where their sentence names no other source.
   */
  readonly passiveSources: readonly string[];
  readonly lists: Readonly<Record<string, OfficialList>>;
  readonly industries: Industries;
  readonly thresholds: {
    /** Points that a type needs to be reported. */
    readonly reportPoints: number;
    /** Share of the strongest subtype's points that a further type needs. */
    readonly reportShare: number;
    /** Points of evidence that make a complaint environmental, before and for each 1 000 characters of text. */
    readonly environmentalPoints: number;
    readonly environmentalPointsPerThousand: number;
    /** How many points of another subject one point of environmental evidence outweighs. */
    readonly otherSubjectWeight: number;
  };
}

/** How many types a complaint is given: local practice differs, from 1.0 to 1.8 on the average in published batches. */
export interface Reporting {
  /** All that have points enough, if not given. */
  readonly mostTypes?: number | undefined;
  /** In place of `reportShare`: share of the strongest subtype's points that a further type needs. */
  readonly minShare?: number | undefined;
}
