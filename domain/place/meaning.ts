import type { Found } from '../text/terms.ts';
import { chainOf, covers, type Division, finenessOf } from './division.ts';
import type { NameUse } from './gazetteer.ts';

/** A name of a place where it stands in a text, with all that it can mean. */
export type PlaceMention = Found<readonly NameUse[]>;

/**
 * What a mention can mean once the rest of the text and the home area are heard: one division, or several that nothing
 * decides between. `all` are the mentions of the text, of which it is the one `at`.
 */
export function possibleDivisions(all: readonly PlaceMention[], at: number, home: Division): Division[] {
  const possible = all[at]!.value.filter((use) => nameHolds(use, all, at, home)).map(({ division }) => division);
  const borneOut = possible.filter((division) => namesAreaAbove(all, division));
  const own = possible.filter((division) => covers(home, division));
  return borneOut.length > 0 ? borneOut : own.length > 0 ? own : possible;
}

/** The finest area that divisions share; undefined where they lie in different provinces. */
export function commonArea([first, ...others]: readonly Division[]): Division | undefined {
  if (!first) return undefined;
  return chainOf(first).findLast((area) => others.every((division) => covers(area, division)));
}

function nameHolds(use: NameUse, all: readonly PlaceMention[], at: number, home: Division): boolean {
  if (finenessOf(use.division) === 4) return townHolds(use.division, all);
  return !use.short || shortNameHolds(use, all, at, home);
}

/**
 * Villages and factories bear towns' names too: a town of another city or county than those that the text names is
 * none.
 */
function townHolds(town: Division, all: readonly PlaceMention[]): boolean {
  const named = all.flatMap(({ value }) => value.filter(({ division, short }) => !short && isCityOrCounty(division)));
  return named.length === 0 || named.some(({ division }) => covers(division, town));
}

function isCityOrCounty(division: Division): boolean {
  return finenessOf(division) === 2 || finenessOf(division) === 3;
}

/**
 * A short county name needs its city just before it; a short city or province name is either at home or followed by a
 * part of it.
 */
function shortNameHolds({ division }: NameUse, all: readonly PlaceMention[], at: number, home: Division): boolean {
  const before = all[at - 1];
  const after = all[at + 1];
  const followsItsArea = before?.end === all[at]!.start && means(before, (other) => isAbove(other, division));
  if (followsItsArea || finenessOf(division) === 3) return followsItsArea;
  const precedesItsPart = after?.start === all[at]!.end && means(after, (other) => isAbove(division, other));
  return precedesItsPart || covers(home, division);
}

function namesAreaAbove(mentions: readonly PlaceMention[], division: Division): boolean {
  return mentions.some((mention) => means(mention, (other) => isAbove(other, division)));
}

function means(mention: PlaceMention, test: (division: Division) => boolean): boolean {
  return mention.value.some(({ division }) => test(division));
}

function isAbove(area: Division, division: Division): boolean {
  return area !== division && covers(area, division);
}
