import type { Lexicon, TermList } from './lexicon.ts';
import type { Taxonomy } from './taxonomy.ts';
import { type Mention, tells } from './term.ts';

/** What a term of a source tells of the industry. */
export interface IndustryHint {
  readonly industry: string;
  /** Says no more than its source does, such as 车间: counts where no other term tells. */
  readonly general: boolean;
}

/** The industries of sources and subtypes, ready for use. */
export interface IndustryRules {
  readonly hints: ReadonlyMap<string, IndustryHint>;
  /** By subtype: the sources that can cause it; all, where it is one of any source. */
  readonly makers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bySubtype: Readonly<Record<string, string>>;
}

const MOST_INDUSTRIES = 3;
const OTHER = '其他';

/** `spelled` gives all spellings of a list of terms. */
export function compileIndustries(
  { industries, signs }: Taxonomy,
  { sources }: Lexicon,
  spelled: (terms: TermList) => ReadonlySet<string>,
): IndustryRules {
  const hints = new Map<string, IndustryHint>();
  const general = spelled(industries.generalTerms);
  for (const [source, industry] of Object.entries(industries.bySource)) {
    for (const term of spelled(sources[source] ?? '')) hints.set(term, { industry, general: general.has(term) });
  }
  for (const [industry, terms] of Object.entries(industries.byTerm)) {
    for (const term of spelled(terms)) hints.set(term, { industry, general: false });
  }
  for (const term of spelled(industries.silentTerms)) hints.delete(term);
  return { hints, makers: makersIn({ industries, signs }), bySubtype: industries.bySubtype };
}

function makersIn({ industries, signs }: Pick<Taxonomy, 'industries' | 'signs'>): Map<string, Set<string>> {
  const all = Object.keys(industries.bySource);
  const makers = new Map(industries.subtypesOfAnySource.map((subtype) => [subtype, new Set(all)]));
  for (const { bySource = {} } of Object.values(signs)) {
    for (const [source, subtype] of Object.entries(bySource))
      makers.set(subtype, (makers.get(subtype) ?? new Set()).add(source));
  }
  return makers;
}

/**
 * 行业 of what is complained of: of the sources named that can cause one of the subtypes, those named most often first,
 * three at most; a subtype of which no source is named tells its own, if it has one. 其他 means what no other industry
 * names.
 */
export function industriesOf(
  subtypes: readonly string[],
  mentions: readonly Mention[],
  { hints, makers, bySubtype }: IndustryRules,
): string[] {
  const makes = (source: string, subtype: string): boolean => makers.get(subtype)?.has(source) ?? false;
  const told = hintsIn(mentions, hints).filter(({ source }) => subtypes.some((subtype) => makes(source, subtype)));
  const plain = told.filter(({ general }) => !general);
  const without = subtypes.filter((subtype) => !told.some(({ source }) => makes(source, subtype)));
  return mostNamed([
    ...(plain.length > 0 ? plain : told).map(({ industry }) => industry),
    ...without.flatMap((subtype) => bySubtype[subtype] ?? []),
  ]);
}

function hintsIn(
  mentions: readonly Mention[],
  hints: IndustryRules['hints'],
): (IndustryHint & { readonly source: string })[] {
  return mentions.flatMap(({ value }) => {
    const hint = tells(value, 'source') ? hints.get(value.term) : undefined;
    return hint
      ? value.roles.flatMap((role) => (role.kind === 'source' ? [{ ...hint, source: role.source }] : []))
      : [];
  });
}

function mostNamed(industries: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const industry of industries) times.set(industry, (times.get(industry) ?? 0) + 1);
  if (times.size > 1) times.delete(OTHER);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_INDUSTRIES)
    .map(([industry]) => industry);
}
