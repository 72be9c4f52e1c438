import { findTerms } from '../text/terms.ts';
import type { Name } from './name.ts';
import { bornElsewhere, plantOf } from './plants.ts';
import type { RepeatRules } from './rules.ts';

/** What the names of a text are recognised by, the best first. Not yet hashed. */
export interface PlaceFeatures {
  readonly places: readonly string[];
  readonly ways: readonly string[];
  readonly towns: readonly string[];
  readonly sites: readonly string[];
  readonly areas: readonly string[];
  /** Those of the places and sites where the matter is, not of what is only named beside it. */
  readonly ofMatter: readonly string[];
}

const PIECE = 3;
/** What a firm of two characters makes, by the character that all words for it have. */
const TRADE = /^(\p{sc=Han}{2})[造印漂电注制酿化橡]?([纸染镀铸塑胶砖陶纺药酒肥])/u;
const NUMERIC = /\d.?\d|\d\d/;
const MOST = { places: 10, ways: 4, towns: 3, sites: 6, areas: 3, ofMatter: 6 } as const;
/** Names of the matter's place are what it is about; what stands before 楼下 or 东侧 need be no name at all. */
const MATTER_WEIGHT = 3;
const NEARBY_WEIGHT = 0.3;
/** "李家坪" is not "王家坪". */
const FAMILY = /.家.$/;
/** Others may begin a name elsewhere, but they end it alike: "东湖丽景园", "沿河路丽景园". So its last piece counts most. */
const SIDE_PIECE_WEIGHT = 0.5;

export function placeFeaturesOf(
  names: readonly Name[],
  isOfMatter: (name: Name) => boolean,
  rules: RepeatRules,
): PlaceFeatures {
  const weighed = bornElsewhere(names, rules).flatMap((name, at): Weighed[] => {
    const ofMatter = isOfMatter(names[at]!) && !name.isOfVillage;
    const weight = name.kind === 'nearby' ? NEARBY_WEIGHT : ofMatter ? MATTER_WEIGHT : 1;
    const { list, features } = featuresOf(name, rules);
    return features.map((feature, i) => {
      return { list, feature, ofMatter, weight: i === 0 ? weight : weight * SIDE_PIECE_WEIGHT };
    });
  });
  const heaviestOf = (list: Weighed['list']) => heaviest(weighed, MOST[list], (one) => one.list === list);
  return {
    places: heaviestOf('places'),
    ways: heaviestOf('ways'),
    towns: heaviestOf('towns'),
    sites: heaviestOf('sites'),
    areas: heaviestOf('areas'),
    ofMatter: heaviest(
      weighed,
      MOST.ofMatter,
      ({ list, ofMatter }) => ofMatter && (list === 'places' || list === 'sites'),
    ),
  };
}

interface Weighed {
  readonly list: 'places' | 'ways' | 'towns' | 'sites' | 'areas';
  readonly feature: string;
  readonly ofMatter: boolean;
  readonly weight: number;
}

function heaviest(weighed: readonly Weighed[], most: number, wanted: (one: Weighed) => boolean): string[] {
  const weights = new Map<string, number>();
  for (const one of weighed.filter(wanted)) weights.set(one.feature, (weights.get(one.feature) ?? 0) + one.weight);
  return [...weights]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([feature]) => feature);
}

function featuresOf(
  { kind, core, ending = '', area }: Name,
  rules: RepeatRules,
): Pick<Weighed, 'list'> & { features: string[] } {
  switch (kind) {
    case 'division':
      return { list: 'areas', features: [] };
    case 'county':
      return { list: 'areas', features: core.length >= 2 ? [`县${core.slice(-2)}`] : [] };
    case 'road':
      return { list: 'ways', features: /\p{sc=Han}{2}$/u.test(core) ? [`路${core.slice(-2)}`] : [] };
    case 'town':
      return { list: 'towns', features: [`镇${core.slice(-2)}`] };
    case 'village':
      return { list: 'places', features: [`村${villageCore(core, ending)}`] };
    case 'number':
      return { list: 'places', features: [`号${core}`] };
    case 'landmark':
      return { list: 'places', features: piecesOf(core, rules, ending) };
    case 'estate':
      return { list: 'places', features: estatePiecesOf(core, ending, rules) };
    case 'nearby':
      return { list: 'places', features: piecesOf(core, rules) };
    case 'site':
      return {
        list: 'sites',
        features: [...sitePiecesOf(core, ending, rules), ...plantOf(core + ending, area, rules)],
      };
    case 'shop':
      return { list: 'sites', features: piecesOf(core, rules) };
  }
}

function villageCore(core: string, ending: string): string {
  return core.length < 2 ? core + ending : core.slice(FAMILY.test(core) ? -3 : -2);
}

/** Of a name that is made of common parts, such as 世纪家园, all of it. */
function estatePiecesOf(core: string, ending: string, rules: RepeatRules): string[] {
  const pieces = piecesOf(core, rules);
  return pieces.length > 0 || ending === '' ? pieces : [`名${core}${ending}`];
}

/** Firms of two characters are many: 天河造纸 and 天河纸厂 are one, 天河印染 is another. */
function sitePiecesOf(core: string, ending: string, rules: RepeatRules): string[] {
  const [, own, trade] = TRADE.exec(core + ending) ?? [];
  return own && trade ? [`名${own}${trade}`] : piecesOf(core, rules);
}

/**
 * Three characters each, so that "东湖丽景园" and "丽景园" have one in common, the last first; without those that hold
 * much of a common part, such as "国际花". A name of two characters is one piece, with the last of what a landmark ends in.
 */
function piecesOf(core: string, { commonParts }: RepeatRules, ending = ''): string[] {
  const own = ownCharactersOf(core, commonParts);
  if (core.length < PIECE) return own.every(Boolean) ? [`名${core}${ending.slice(-PIECE)}`] : [];
  const starts = Array.from({ length: core.length - PIECE + 1 }, (_, i) => core.length - PIECE - i);
  const ownIn = (start: number): number => own.slice(start, start + PIECE).filter(Boolean).length;
  const needed = starts.some((start) => ownIn(start) === PIECE) ? PIECE : PIECE - 1;
  return starts
    .filter((start) => ownIn(start) >= needed)
    .map((start) => core.slice(start, start + PIECE))
    .filter((piece) => !NUMERIC.test(piece));
}

function ownCharactersOf(core: string, commonParts: RepeatRules['commonParts']): boolean[] {
  const own = Array.from({ length: core.length }, () => true);
  for (const { start, end } of findTerms(core, commonParts)) own.fill(false, start, end);
  return own;
}
