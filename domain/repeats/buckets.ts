import type { RepeatSketch } from './sketch.ts';

const MOST = 4;
const BAND = 4;

/**
 * The keys, at most four, under which a case is filed, and under which later complaints look for it. Most are of its
 * city; the best name is filed under the whole province too, where those look who do not say which city. A text that
 * names no place is filed under its wording, one that says nothing under no key.
 */
export function bucketsOf({ division, ofMatter, places, sites, ways, towns, wording }: RepeatSketch): string[] {
  const names = [...new Set([...ofMatter, ...interleaved(places, sites), ...ways, ...towns])];
  const features = names.length > 0 ? names : bandsOf(wording);
  if (features.length === 0) return [];
  const city = division && !division.startsWith('00', 2) ? division.slice(0, 4) : undefined;
  if (city === undefined) return features.slice(0, MOST).map((feature) => `00#${feature}`);
  return [...features.slice(0, MOST - 1).map((feature) => `${city}#${feature}`), `00#${features[0]}`];
}

/** The key under which what was sent after a complaint is filed where that complaint has not come in. */
export const sentAfter = (receipt: string): string => `after#${receipt}`;

function interleaved(some: readonly string[], others: readonly string[]): string[] {
  const longest = Math.max(some.length, others.length);
  return Array.from({ length: longest }, (_, i) => [some[i], others[i]])
    .flat()
    .filter((feature) => feature !== undefined);
}

/** Of two texts that have nine pieces in ten in common, some band is the same 98 times in a hundred. */
function bandsOf(wording: string): string[] {
  const bands = Array.from({ length: MOST }, (_, i) => `${i}${wording.slice(i * BAND, (i + 1) * BAND)}`);
  return bands.filter((band) => /[^.]/.test(band.slice(1)));
}
