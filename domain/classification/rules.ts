import { type Matters, OWN_DEPARTMENT } from '../matter.ts';
import { compileGlossary, type Glossary } from '../text/english.ts';
import { compileFolding } from '../text/folding.ts';
import { compileTerms, type TermIndex } from '../text/terms.ts';
import { incidentTermsOf, SENTENCE_ENDS } from './incident-terms.ts';
import { compileIndustries, type IndustryRules } from './industries.ts';
import type { Circumstance, GradedTerms, IncidentTerm, Lexicon, OutcomeCue, TermList } from './lexicon.ts';
import type { Pair } from './pairs.ts';
import { addSlips } from './slips.ts';
import type { Reporting, Taxonomy } from './taxonomy.ts';
import type { Role, Term } from './term.ts';
import { termsOf } from './term-lists.ts';

const POINTS = { strong: 3, medium: 2, weak: 1 } as const;

/** The rules of classification, ready for use. Prepare them once: that costs some milliseconds. */
export interface ClassificationRules {
  readonly taxonomy: Taxonomy;
  readonly terms: TermIndex<Term>;
  /** By number, as the roles of terms name them. */
  readonly pairs: readonly Pair[];
  readonly incidents: TermIndex<IncidentTerm>;
  readonly glossary: Glossary;
  /** Matters that are the ecological environment bureau's own. */
  readonly ownMatters: ReadonlySet<string>;
  /** How many types are told; the province's own, or as the taxonomy has it. */
  readonly reporting: { readonly mostTypes: number; readonly minShare: number };
  readonly industries: IndustryRules;
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
): WordRules {
  assertConsistent(taxonomy, lexicon, matters);
  const rolesByTerm = new Map<string, Role[]>();
  const add = (term: string, role: Role | undefined): void => {
    const roles = rolesByTerm.get(term) ?? [];
    if (role) roles.push(role);
    rolesByTerm.set(term, roles);
  };
  for (const [terms, role] of roleLists(lexicon)) {
    for (const term of termsOf(terms, lexicon)) add(term, role);
  }
  addCircumstancesWithin(rolesByTerm);
  addSlips(rolesByTerm, lexicon.slips);
  for (const end of SENTENCE_ENDS.split(' ')) add(end, { kind: 'sentence-end' });
  const terms = [...rolesByTerm].map(([term, roles]) => [term, { term, roles }] as const);
  const folding = compileFolding(lexicon.characters);
  return {
    taxonomy,
    terms: compileTerms(terms, folding),
    pairs: lexicon.pairs.map(({ sign, grade, within }) => ({ sign, points: POINTS[grade], within })),
    glossary: compileGlossary(lexicon.english),
    incidents: incidentTermsOf(lexicon),
    reporting: { mostTypes, minShare },
    industries: compileIndustries(taxonomy, lexicon, (list) => termsOf(list, lexicon)),
  };
}

/** The rules on a day on which these are whose business. */
export function withMatters(rules: WordRules, { matters }: Matters): ClassificationRules {
  const own = Object.entries(matters).filter(([, { lead }]) => lead === OWN_DEPARTMENT);
  return { ...rules, ownMatters: new Set(own.map(([code]) => code)) };
}

/** A longer term tells the circumstances of the terms inside it too: "夜间施工" is night. */
function addCircumstancesWithin(rolesByTerm: Map<string, Role[]>): void {
  const circumstances = [...rolesByTerm].flatMap(([term, roles]) =>
    roles.flatMap((role) => (role.kind === 'circumstance' ? [{ term, role }] : [])),
  );
  for (const [longer, roles] of rolesByTerm) {
    if (!roles.some(({ kind }) => kind === 'sign')) continue;
    for (const { term, role } of circumstances) if (longer !== term && longer.includes(term)) roles.push(role);
  }
}

function* roleLists(lexicon: Lexicon): Generator<readonly [TermList, Role | undefined]> {
  for (const [sign, terms] of Object.entries(lexicon.signs)) {
    for (const [points, list] of graded(terms)) yield [list, { kind: 'sign', sign, points, deniable: true }];
  }
  for (const [sign, list] of Object.entries(lexicon.measures)) {
    yield [list, { kind: 'sign', sign, points: POINTS.medium, deniable: false }];
  }
  for (const [points, list] of graded(lexicon.otherSubjects)) yield [list, { kind: 'other-subject', points }];
  for (const [source, list] of Object.entries(lexicon.sources)) yield [list, { kind: 'source', source }];
  for (const [name, list] of Object.entries(lexicon.circumstances)) {
    yield [list, { kind: 'circumstance', circumstance: name as Circumstance }];
  }
  for (const [pair, { first, second }] of lexicon.pairs.entries()) {
    yield [withSources(first, lexicon), { kind: 'opens', pair }];
    yield [withSources(second, lexicon), { kind: 'closes', pair }];
  }
  for (const [cue, list] of Object.entries(lexicon.outcomes)) yield [list, { kind: 'cue', cue: cue as OutcomeCue }];
  yield [lexicon.figures.idioms, { kind: 'idiom' }];
  yield [lexicon.figures.abstract, { kind: 'abstract' }];
  yield [lexicon.negators, { kind: 'negator' }];
  yield [lexicon.neutral, undefined];
}

function withSources(list: TermList, { sources }: Lexicon): TermList {
  return list.replace(/@(\S+)/g, (_, source: string) => {
    const terms = sources[source];
    if (terms === undefined) throw new RangeError(`a pair names the unknown source "${source}"`);
    return terms;
  });
}

function graded(terms: GradedTerms): (readonly [number, TermList])[] {
  return (['strong', 'medium', 'weak'] as const).map((grade) => [POINTS[grade], terms[grade] ?? '']);
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
