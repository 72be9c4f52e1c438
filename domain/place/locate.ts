import { type Found, findTerms } from '../text/terms.ts';
import { chainOf, covers, type Division, finenessOf } from './division.ts';
import { fullNameOf, type Gazetteer, type NameUse } from './gazetteer.ts';
import type { Place } from './place.ts';

/** What is known about the place, from the most to the least certain: a chosen division, an address, the text itself. */
export interface PlaceHints {
  readonly division?: string | undefined;
  readonly address?: string | undefined;
  readonly text: string;
}

type Mention = Found<readonly NameUse[]>;

/** What follows a short name when it is part of another name: "北京路", "澜川大桥", "苏州小区". */
const OTHER_NAME =
  /^(?:路|街|大道|大街|[东西南北中]路|巷|大桥|桥|小区|花园|新村|村|镇|乡|社区|饭店|宾馆|酒店|大厦|广场|银行|烤|菜|籍|人|话)/;
/** "禾阳市场" is no city. */
const MARKET = /^[场政]/;
/** A text that names more places than this is no better understood by reading on. */
const MOST_MENTIONS = 40;

/**
 * Where the matter is. A later hint only makes an earlier one finer, never moves it. Names that several divisions bear count only
 * where the text, or the stack's own province (`home`), decides between them. Undefined if nothing certain is named.
 */
export function locate(hints: PlaceHints, gazetteer: Gazetteer, home: Division): Place | undefined {
  let division = knownPart(hints.division, gazetteer);
  for (const source of [hints.address, hints.text]) {
    const found = source ? divisionIn(source, gazetteer, division ?? home) : undefined;
    if (found && (!division || covers(division, found))) division = found;
  }
  if (!division) return undefined;
  return { division, name: fullNameOf(chainOf(division), gazetteer.names) };
}

/** A code as far as the gazetteer knows it: an unknown county still has its city. */
function knownPart(division: string | undefined, { names }: Gazetteer): Division | undefined {
  return division && /^\d{6}$/.test(division) ? chainOf(division).findLast((part) => names.has(part)) : undefined;
}

function divisionIn(text: string, gazetteer: Gazetteer, home: Division): Division | undefined {
  const mentions = findTerms(text, gazetteer.terms).filter((mention) => standsAlone(mention, text));
  const divisions = mentions.slice(0, MOST_MENTIONS).flatMap((mention, i, all) => decided(mention, all, i, home) ?? []);
  const own = divisions.filter((division) => covers(home, division));
  return finest(own.length > 0 ? own : divisions);
}

function standsAlone({ value, end }: Mention, text: string): boolean {
  const rest = text.slice(end, end + 2);
  return value.every(({ short }) => short) ? !OTHER_NAME.test(rest) : !MARKET.test(rest);
}

/** What a mention can mean once the rest of the text and the home area are heard: one division, or the area that all of them share. */
function decided(mention: Mention, all: readonly Mention[], at: number, home: Division): Division | undefined {
  const possible = mention.value
    .filter((use) => !use.short || shortNameHolds(use, all, at, home))
    .map(({ division }) => division);
  const borneOut = possible.filter((division) => namesAreaAbove(all, division));
  const own = possible.filter((division) => covers(home, division));
  const left = borneOut.length > 0 ? borneOut : own.length > 0 ? own : possible;
  return commonArea(left);
}

function commonArea([first, ...others]: readonly Division[]): Division | undefined {
  if (!first) return undefined;
  return chainOf(first).findLast((area) => others.every((division) => covers(area, division)));
}

/** A short county name needs its city just before it; a short city or province name is either at home or followed by a part of it. */
function shortNameHolds({ division }: NameUse, all: readonly Mention[], at: number, home: Division): boolean {
  const before = all[at - 1];
  const after = all[at + 1];
  const followsItsArea = before?.end === all[at]!.start && means(before, (other) => isAbove(other, division));
  if (followsItsArea || finenessOf(division) === 3) return followsItsArea;
  const precedesItsPart = after?.start === all[at]!.end && means(after, (other) => isAbove(division, other));
  return precedesItsPart || covers(home, division);
}

function namesAreaAbove(mentions: readonly Mention[], division: Division): boolean {
  return mentions.some((mention) => means(mention, (other) => isAbove(other, division)));
}

function means(mention: Mention, test: (division: Division) => boolean): boolean {
  return mention.value.some(({ division }) => test(division));
}

function isAbove(area: Division, division: Division): boolean {
  return area !== division && covers(area, division);
}

function finest(divisions: readonly Division[]): Division | undefined {
  const best = Math.max(...divisions.map(finenessOf));
  return divisions.find((division) => finenessOf(division) === best);
}
