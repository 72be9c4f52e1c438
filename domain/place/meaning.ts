import { chainOf, covers, type Division, finenessOf } from './division.ts';
import type { NameUse } from './gazetteer.ts';
import type { PlaceMention } from './mentions.ts';

/**
 * What a mention can mean once the rest of the text and the home area are heard: one division, or several that nothing
 * decides between. `all` are the mentions of the text, of which it is the one `at`.
 */
export function possibleDivisions(all: readonly PlaceMention[], at: number, home: Division): Division[] {
  const possible = all[at]!.value.filter((use) => nameHolds(use, all, at, home)).map(({ division }) => division);
  const others = all.filter((_, i) => i !== at);
  const finenessAbove = possible.map((division) => finestAbove(division, others));
  const borneOut = possible.filter((_, i) => finenessAbove[i]! > 0 && finenessAbove[i] === Math.max(...finenessAbove));
  const own = possible.filter((division) => covers(home, division));
  return borneOut.length > 0 ? borneOut : own.length > 0 ? own : possible;
}

/** The finest area that divisions share; undefined where they lie in different provinces. */
export function commonArea([first, ...others]: readonly Division[]): Division | undefined {
  if (!first) return undefined;
  return chainOf(first).findLast((area) => others.every((division) => covers(area, division)));
}

function nameHolds(use: NameUse, all: readonly PlaceMention[], at: number, home: Division): boolean {
  const { division, form } = use;
  if (finenessOf(division) === 4) return townHolds(division, all);
  if (isFull(use)) return true;
  if (form === 'ordinary') return ordinaryNameHolds(use, all, at, home);
  const before = all[at - 1];
  if (before?.end === all[at]!.start && means(before, (other) => isAbove(other, division))) return true;
  const after = all[at + 1];
  const precedesItsPart = after?.start === all[at]!.end && means(after, (other) => isAbove(division, other));
  if (finenessOf(division) < 3 && precedesItsPart) return true;
  const isBound = form === 'bound' || (finenessOf(division) === 3 && !all[at]!.free);
  return !isBound && covers(home, division);
}

/**
 * Villages and factories bear towns' names too: a town of another city or county than those that the text names is
 * none.
 */
function townHolds(town: Division, all: readonly PlaceMention[]): boolean {
  const named = all.flatMap(({ value }) => value.filter((use) => isFull(use) && isCityOrCounty(use.division)));
  return named.length === 0 || named.some(({ division }) => covers(division, town));
}

function isFull({ form }: NameUse): boolean {
  return form === 'full' || form === 'word';
}

function isCityOrCounty(division: Division): boolean {
  return finenessOf(division) === 2 || finenessOf(division) === 3;
}

/** "洛阳市老城区" and "涧西区和老城区" mean the district, "老城区下水道" does not; nor does a section of an estate. */
function ordinaryNameHolds(
  { division, within }: NameUse,
  all: readonly PlaceMention[],
  at: number,
  home: Division,
): boolean {
  const mention = all[at]!;
  if (!mention.free || within === undefined) return false;
  const before = all[at - 1];
  if (before?.end === mention.start && means(before, (other) => other === within)) return true;
  return within === home || all.some((other, i) => i !== at && namesNeighbour(other, division));
}

function namesNeighbour({ value }: PlaceMention, division: Division): boolean {
  return value.some(
    (use) => isFull(use) && finenessOf(use.division) >= 3 && use.division.slice(0, 4) === division.slice(0, 4),
  );
}

/** How fine the finest area is that the text names above a division; 0 where it names none. */
function finestAbove(division: Division, mentions: readonly PlaceMention[]): number {
  const areas = mentions.flatMap(({ value }) => value.filter((use) => isAbove(use.division, division)));
  return Math.max(0, ...areas.map((area) => finenessOf(area.division)));
}

function means(mention: PlaceMention, test: (division: Division) => boolean): boolean {
  return mention.value.some(({ division }) => test(division));
}

function isAbove(area: Division, division: Division): boolean {
  return area !== division && covers(area, division);
}
