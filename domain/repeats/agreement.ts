import { covers, finenessOf } from '../place/division.ts';
import type { RepeatLimits, RepeatRules } from './rules.ts';
import type { RepeatSketch } from './sketch.ts';
import { type WordingShared, wordingShared } from './wording.ts';

/** How much two sketches have in common: features counted, and two shares. */
export interface Agreement extends WordingShared {
  readonly places: number;
  readonly sites: number;
  readonly ways: number;
  /** Those of the places and sites that tell both where the matter is. */
  readonly ofMatter: number;
  /** What both name at one area. */
  readonly objects: number;
  /** Share of the subjects of the one that names fewer. */
  readonly subjects: number;
  /** Kinds of sources that both name. */
  readonly origins: number;
}

/** What shows that two complaints are about one place. */
export type Where = 'place' | 'site' | 'object' | 'way' | 'wording';

export function agreementOf(recent: RepeatSketch, earlier: RepeatSketch): Agreement {
  return {
    places: shared(recent.places, earlier.places),
    sites: shared(recent.sites, earlier.sites),
    ways: shared(recent.ways, earlier.ways) + shared(recent.towns, earlier.towns),
    ofMatter: shared(recent.ofMatter, earlier.ofMatter),
    objects: shared(recent.objects ?? [], earlier.objects ?? []),
    subjects: subjectsShared(recent, earlier),
    origins: shared(recent.origins, earlier.origins),
    ...wordingShared(recent.wording, earlier.wording),
  };
}

/**
 * Share of what the one that names less complains of. Noise from a bar is not the noise of a building site: where both
 * name sources, and none in common, one sign in common is not enough.
 */
function subjectsShared(recent: RepeatSketch, earlier: RepeatSketch): number {
  const signs = shared(recent.signs, earlier.signs);
  const fewestSigns = Math.min(recent.signs.length, earlier.signs.length);
  if (fewestSigns === 0) return recent.signs.length + earlier.signs.length > 0 ? originsShared(recent, earlier) : 0;
  if (signs === 0) return 0;
  if (apart(recent.origins, earlier.origins)) return signs > 1 ? signs / fewestSigns : 0;
  const fewestOrigins = Math.min(recent.origins.length, earlier.origins.length);
  return (signs + shared(recent.origins, earlier.origins)) / (fewestSigns + fewestOrigins);
}

/** Who only says that a source disturbs them may mean what others say of it. */
function originsShared(recent: RepeatSketch, earlier: RepeatSketch): number {
  const all = recent.origins.length + earlier.origins.length;
  return all === 0 ? 0 : (2 * shared(recent.origins, earlier.origins)) / all;
}

/**
 * Undefined where they are about two places, or nothing shows that it is one. A name shows it that tells either where
 * the matter is; of texts worded alike, which may be one letter sent about two places, the best name of each must stand
 * in the other.
 */
export function whereAgreed(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  agreement: Agreement,
  { limits }: RepeatRules,
): Where | undefined {
  const { places, sites, ways, likeness, contained } = agreement;
  if (divisionsApart(recent, earlier) || apart(recent.areas, earlier.areas)) return undefined;
  const areTwo = isTwoPlaces(recent, earlier, likeness, limits);
  const telling = areTwo ? [] : tellingNames(recent, earlier);
  // Villages of one name lie in many towns.
  if (telling.length < 2 && apart(recent.towns, earlier.towns)) return undefined;
  const isIn = (list: 'places' | 'sites') => recent[list].some((name) => telling.includes(name));
  const borneOut =
    places + ways + sites > 1 ||
    (isHalf(places, recent.places, earlier.places) && !apart(recent.ways, earlier.ways)) ||
    isHalf(sites, recent.sites, earlier.sites) ||
    likeness >= limits.anyWording ||
    telling.some((name) => recent.sites.includes(name) && bothTell(name, recent, earlier)) ||
    sameCounty(recent, earlier);
  const byObject = !areTwo && nameOneObject(agreement, limits) ? 'object' : undefined;
  if (isIn('places')) return borneOut ? 'place' : byObject;
  const placesApart = apart(placesOfMatter(recent), placesOfMatter(earlier));
  if (isIn('sites') && (!placesApart || ways > 0)) return borneOut ? 'site' : byObject;
  if (byObject) return byObject;
  if (placesApart || apart(recent.ofMatter, earlier.ofMatter)) return undefined;
  const crossesElsewhere =
    Math.min(recent.ways.length, earlier.ways.length) > 1 && shared(recent.ways, earlier.ways) < 2;
  const isThere =
    contained >= limits.containedWording ||
    likeness >= (isOneSource(recent, earlier) ? limits.sourceWording : limits.similarWording);
  if (ways > 1 || (ways > 0 && isThere)) return crossesElsewhere ? undefined : 'way';
  const nowhere = recent.places.length + earlier.places.length === 0;
  return !apart(recent.ways, earlier.ways) && nowhere && likeness >= limits.copiedWording ? 'wording' : undefined;
}

/** An object in common among many may be a chance, like a name. */
export function nameOneObject({ objects, likeness, areBrief }: Agreement, { anyWording }: RepeatLimits): boolean {
  return objects > 0 && (areBrief || likeness >= anyWording);
}

/**
 * Texts worded alike may be one letter sent about two places. Then each tells of a place that the other does not name,
 * in a copy at most one; of texts that are no copies, the best name of each must stand in the other.
 */
function isTwoPlaces(recent: RepeatSketch, earlier: RepeatSketch, likeness: number, limits: RepeatLimits): boolean {
  if (likeness >= limits.template) return namesAnother(recent, earlier) && namesAnother(earlier, recent);
  return likeness >= limits.similarWording && !(tellsIn(recent, earlier) && tellsIn(earlier, recent));
}

function namesAnother({ ofMatter }: RepeatSketch, other: RepeatSketch): boolean {
  return ofMatter.some((name) => !isNamed(name, other));
}

/** The names in common that tell where the matter is. */
function tellingNames(recent: RepeatSketch, earlier: RepeatSketch): string[] {
  const told = [...recent.ofMatter, ...earlier.ofMatter];
  return [...recent.places, ...recent.sites].filter((name) => told.includes(name) && isNamed(name, earlier));
}

function bothTell(name: string, recent: RepeatSketch, earlier: RepeatSketch): boolean {
  return recent.ofMatter.includes(name) && earlier.ofMatter.includes(name);
}

/** Whether the name that tells best where the one is stands in the other too. */
function tellsIn({ ofMatter: [best] }: RepeatSketch, other: RepeatSketch): boolean {
  return best !== undefined && isNamed(best, other);
}

function isNamed(name: string, { places, sites }: RepeatSketch): boolean {
  return places.includes(name) || sites.includes(name);
}

function placesOfMatter({ places, ofMatter }: RepeatSketch): string[] {
  return places.filter((name) => ofMatter.includes(name));
}

/** Of many names one may be the same by chance; of one or two, hardly. */
function isHalf(common: number, some: readonly string[], others: readonly string[]): boolean {
  return common > 0 && common * 2 >= Math.min(some.length, others.length);
}

function sameCounty(recent: RepeatSketch, earlier: RepeatSketch): boolean {
  const { division } = recent;
  if (division !== undefined && division === earlier.division) return finenessOf(division) === 3;
  return shared(recent.areas, earlier.areas) > 0;
}

/** Both complain of the same thing from the same kind of source. */
function isOneSource(recent: RepeatSketch, earlier: RepeatSketch): boolean {
  return shared(recent.signs, earlier.signs) > 0 && shared(recent.origins, earlier.origins) > 0;
}

/** Both name some, and none in common. */
export function apart(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && shared(some, others) === 0;
}

function divisionsApart({ division: one }: RepeatSketch, { division: other }: RepeatSketch): boolean {
  return one !== undefined && other !== undefined && !covers(one, other) && !covers(other, one);
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((feature) => others.includes(feature)).length;
}
