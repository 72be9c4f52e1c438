import { findTerms } from '../text/terms.ts';
import type { Name } from './names.ts';
import type { RepeatRules } from './rules.ts';

/** What the names of a text are recognised by, the best first. Not yet hashed. */
export interface PlaceFeatures {
  readonly places: readonly string[];
  readonly ways: readonly string[];
  readonly sites: readonly string[];
  readonly areas: readonly string[];
}

const PIECE = 3;
const NUMERIC = /\d.?\d|\d\d/;
const MOST = { places: 10, ways: 4, sites: 6, areas: 3 } as const;
/** A name in the address, the accused or the first words of the text is what it is about. */
const HEAD_UNITS = 60;
const HEAD_WEIGHT = 3;
/** Others may begin a name elsewhere, but they end it alike: "东湖丽景园", "沿河路丽景园". So its last piece counts most. */
const SIDE_PIECE_WEIGHT = 0.5;

/** `head` is the length of address and accused before the text. */
export function placeFeaturesOf(names: readonly Name[], head: number, rules: RepeatRules): PlaceFeatures {
  const weights = {
    places: new Map<string, number>(),
    ways: new Map<string, number>(),
    sites: new Map<string, number>(),
    areas: new Map<string, number>(),
  };
  for (const name of names) {
    const weight = name.start < head + HEAD_UNITS ? HEAD_WEIGHT : 1;
    const { list, features } = featuresOf(name, rules);
    features.forEach((feature, i) => {
      weights[list].set(feature, (weights[list].get(feature) ?? 0) + (i === 0 ? weight : weight * SIDE_PIECE_WEIGHT));
    });
  }
  return {
    places: heaviest(weights.places, MOST.places),
    ways: heaviest(weights.ways, MOST.ways),
    sites: heaviest(weights.sites, MOST.sites),
    areas: heaviest(weights.areas, MOST.areas),
  };
}

function heaviest(weights: ReadonlyMap<string, number>, most: number): string[] {
  return [...weights]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([feature]) => feature);
}

function featuresOf({ kind, core }: Name, rules: RepeatRules): { list: keyof PlaceFeatures; features: string[] } {
  switch (kind) {
    case 'division':
      return { list: 'areas', features: [] };
    case 'county':
      return { list: 'areas', features: core.length >= 2 ? [`县${core.slice(-2)}`] : [] };
    case 'road':
      return { list: 'ways', features: /\p{sc=Han}{2}$/u.test(core) ? [`路${core.slice(-2)}`] : [] };
    case 'town':
      return { list: 'ways', features: [`镇${core.slice(-2)}`] };
    case 'village':
      return { list: 'places', features: [`村${core.slice(-2)}`] };
    case 'number':
      return { list: 'places', features: [`号${core}`] };
    case 'estate':
    case 'nearby':
      return { list: 'places', features: piecesOf(core, rules) };
    case 'site':
    case 'shop':
      return { list: 'sites', features: piecesOf(core, rules) };
  }
}

/**
 * Three characters each, so that "东湖丽景园" and "丽景园" have one in common, the last first; without those that hold
 * much of a common part, such as "国际花". A name of two characters is one piece.
 */
function piecesOf(core: string, { commonParts }: RepeatRules): string[] {
  const own = ownCharactersOf(core, commonParts);
  if (core.length < PIECE) return own.every(Boolean) ? [`名${core}`] : [];
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
