import { type Matters, OWN_DEPARTMENT } from '../matter.ts';
import { compileGlossary, type Glossary } from '../text/english.ts';
import { compileFolding } from '../text/folding.ts';
import { openTerms, type TermIndex } from '../text/term-index.ts';
import { compileIndustries, type IndustryRules } from './industries.ts';
import type { IncidentTerm, Lexicon } from './lexicon.ts';
import type { Model } from './model.ts';
import type { Pair } from './pairs.ts';
import { incidentsToFind, POINTS, signsToFind, spellOut } from './spelled-out.ts';
import type { Reporting, Taxonomy } from './taxonomy.ts';
import type { Term } from './term.ts';
import { termsOf } from './term-lists.ts';

/** The rules of classification, ready for use. Prepare them once: that costs some milliseconds. */
export interface ClassificationRules {
  readonly taxonomy: Taxonomy;
  /** What is found in one pass: signs and all else of the lexicon, and apart from them what tells of incidents. */
  readonly terms: TermIndex<readonly [Term, IncidentTerm]>;
  /** By number, as the roles of terms name them. */
  readonly pairs: readonly Pair[];
  readonly glossary: Glossary;
  /** Matters that are the ecological environment bureau's own. */
  readonly ownMatters: ReadonlySet<string>;
  /** How many types are told; the province's own, or as the taxonomy has it. */
  readonly reporting: { readonly mostTypes: number; readonly minShare: number };
  readonly industries: IndustryRules;
  /** None: the rules alone decide. */
  readonly model?: Model | undefined;
}

/** The rules as of no day: what the words say, without whose business it is. */
export type WordRules = Omit<ClassificationRules, 'ownMatters'>;

/** Which matters there are, on any day. */
interface KnownMatters {
  readonly matters: Readonly<Record<string, unknown>>;
}

/**
 * Throws a RangeError where the taxonomy names a matter or subtype that does not exist. `reporting` is the province's
 * own.
 */
export function compileRules(
  taxonomy: Taxonomy,
  lexicon: Lexicon,
  matters: KnownMatters,
  { mostTypes = Number.POSITIVE_INFINITY, minShare = taxonomy.thresholds.reportShare }: Reporting = {},
  model?: Model,
): WordRules {
  assertConsistent(taxonomy, lexicon, matters);
  const spelledOut = lexicon.spelledOut ?? spellOut(lexicon);
  return {
    taxonomy,
    terms: openTerms([signsToFind(spelledOut), incidentsToFind(spelledOut)], compileFolding(lexicon.characters)),
    pairs: lexicon.pairs.map(({ grade, ...pair }) => ({ ...pair, points: POINTS[grade] })),
    glossary: compileGlossary(lexicon.english),
    reporting: { mostTypes, minShare },
    industries: compileIndustries(taxonomy, lexicon, (list) => termsOf(list, lexicon)),
    model,
  };
}

/** The rules on a day on which these are whose business. */
export function withMatters(rules: WordRules, { matters }: Matters): ClassificationRules {
  const own = Object.entries(matters).filter(([, { lead }]) => lead === OWN_DEPARTMENT);
  return { ...rules, ownMatters: new Set(own.map(([code]) => code)) };
}

function assertConsistent(taxonomy: Taxonomy, lexicon: Lexicon, { matters }: KnownMatters): void {
  for (const [code, { matter }] of Object.entries(taxonomy.subtypes)) {
    if (!(matter in matters)) throw new RangeError(`subtype "${code}" names the unknown matter "${matter}"`);
  }
  const paired = lexicon.pairs.map(({ sign }) => sign);
  for (const sign of [...Object.keys({ ...lexicon.signs, ...lexicon.measures }), ...paired]) {
    const meaning = taxonomy.signs[sign];
    if (!meaning) throw new RangeError(`the lexicon names the unknown sign "${sign}"`);
    for (const subtype of [meaning.subtype, ...Object.values(meaning.bySource ?? {})]) {
      if (subtype && !(subtype in taxonomy.subtypes))
        throw new RangeError(`sign "${sign}" names the unknown subtype "${subtype}"`);
    }
  }
}
