import { chainOf, covers, type Division, finenessOf } from './division.ts';
import { fullNameOf } from './gazetteer.ts';
import type { PlaceCandidate } from './place.ts';

const MOST_CANDIDATES = 5;

/**
 * What the first open name within an area can mean; one in whose city another open name has a meaning too is likelier:
 * 新华区 and 桥西区 together are both in Shijiazhuang.
 */
export function candidatesWithin(
  area: Division,
  undecided: readonly (readonly Division[])[],
  names: ReadonlyMap<Division, string>,
): PlaceCandidate[] {
  const open = undecided.find((possible) =>
    possible.every((division) => covers(area, division) && finenessOf(division) > finenessOf(area)),
  );
  const weights = new Map((open ?? []).map((division) => [division, weightOf(division, undecided)]));
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([division, weight]) => ({
      division,
      name: fullNameOf(chainOf(division), names),
      score: Math.round((weight / whole) * 100) / 100,
    }));
}

function weightOf(division: Division, undecided: readonly (readonly Division[])[]): number {
  return undecided.filter((possible) => possible.some((other) => other.slice(0, 4) === division.slice(0, 4))).length;
}
