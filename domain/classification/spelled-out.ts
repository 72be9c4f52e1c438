import { compileFolding } from '../text/folding.ts';
import { packTold } from '../text/packed-terms.ts';
import type { ToldTerms } from '../text/term-index.ts';
import { incidentPartsOf, SENTENCE_ENDS } from './incident-parts.ts';
import type { GradedTerms, IncidentTerm, Lexicon, SpelledOut, TermList } from './lexicon.ts';
import type { Circumstance, OutcomeCue, Role } from './role.ts';
import { addSlips } from './slips.ts';
import type { Term } from './term.ts';
import { termsOf } from './term-lists.ts';

export const POINTS = { strong: 3, medium: 2, weak: 1 } as const;

/**
 * Every term of the lexicon in every spelling, with what it tells; those that tell the same stand together. It takes tens
 * of milliseconds, so the bundle carries it beside the lists (`spelledOut`). Throws a RangeError where a pair names a
 * source, or a term a slot, that there is not.
 */
export function spellOut(lexicon: Lexicon): SpelledOut {
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
  addSignsAtEnd(rolesByTerm);
  addSlips(rolesByTerm, lexicon.slips);
  for (const end of SENTENCE_ENDS.split(' ')) add(end, { kind: 'sentence-end' });
  const folding = compileFolding(lexicon.characters);
  return { terms: packTold(rolesByTerm, folding), incidents: packTold(incidentPartsOf(lexicon), folding) };
}

/** The terms as they are looked for. */
export const signsToFind = ({ terms: { told, packed } }: SpelledOut): ToldTerms<Term> => ({
  packed,
  tell: (term, number) => ({ term, roles: told[number]! }),
});

/** The same for incidents. */
export function incidentsToFind({ incidents: { told, packed } }: SpelledOut): ToldTerms<IncidentTerm> {
  const parts = told.map((list) => new Set(list));
  return { packed, tell: (term, number) => ({ term, parts: parts[number]! }) };
}

const HEARD: ReadonlySet<Role['kind']> = new Set(['sign', 'opens', 'closes']);

/** A longer term tells the circumstances of the terms inside it too: "夜间施工" and "大半夜" are night. */
function addCircumstancesWithin(rolesByTerm: Map<string, Role[]>): void {
  const circumstances = [...rolesByTerm].flatMap(([term, roles]) =>
    roles.flatMap((role) => (role.kind === 'circumstance' ? [{ term, role }] : [])),
  );
  for (const [longer, roles] of rolesByTerm) {
    if (!roles.some(({ kind }) => HEARD.has(kind))) continue;
    for (const { term, role } of circumstances) if (longer !== term && longer.includes(term)) roles.push(role);
  }
}

/** Half of a pair tells by itself what it ends with: "药水味" is 味, whatever stands before it. */
function addSignsAtEnd(rolesByTerm: Map<string, Role[]>): void {
  for (const [term, roles] of rolesByTerm) {
    if (roles.length === 0 || !roles.every(({ kind }) => kind === 'opens' || kind === 'closes')) continue;
    const ends = Array.from({ length: term.length - 1 }, (_, i) => rolesByTerm.get(term.slice(i + 1)));
    const told = ends.find((end) => end?.some(({ kind }) => kind === 'sign'));
    if (told) roles.push(...told.filter(({ kind }) => kind === 'sign'));
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
