import { candidatesWithin } from './candidates.ts';
import { chainOf, covers, type Division, finenessOf, WHOLE_COUNTRY } from './division.ts';
import { fullNameOf, type Gazetteer } from './gazetteer.ts';
import { commonArea, possibleDivisions } from './meaning.ts';
import { placeMentionsIn } from './mentions.ts';
import { neighboursIn } from './neighbours.ts';
import type { Place } from './place.ts';

/**
 * What is known about the place, from the most to the least certain: a chosen division, an address, the text itself.
 */
export interface PlaceHints {
  readonly division?: string | undefined;
  readonly address?: string | undefined;
  readonly text: string;
}

/**
 * Where the matter is. A later hint only makes an earlier one finer, never moves it. Names that several divisions bear
 * count only where the text, or the stack's own province (`home`), decides between them; where nothing does, they are
 * candidates, and the place is the finest that all of them share, or the whole country. Undefined if no place is named.
 */
export function locate(hints: PlaceHints, gazetteer: Gazetteer, home: Division): Place | undefined {
  let division = knownPart(hints.division, gazetteer);
  let undecided: PlaceReading['undecided'] = [];
  for (const source of [hints.address, hints.text]) {
    if (!source) continue;
    const reading = readPlaces(source, gazetteer, division ?? home);
    if (reading.certain && (!division || covers(division, reading.certain))) division = reading.certain;
    undecided = [...undecided, ...reading.undecided];
  }
  const candidates = candidatesWithin(division ?? WHOLE_COUNTRY, undecided, gazetteer.names);
  if (!division && candidates.length === 0) return undefined;
  const neighbours = division ? neighboursIn(hints.text, division, gazetteer, home) : [];
  return {
    ...placeOf(division ?? WHOLE_COUNTRY, gazetteer),
    ...(candidates.length > 0 && { candidates }),
    ...(neighbours.length > 0 && { neighbours }),
  };
}

/** A code as far as the gazetteer knows it: an unknown county still has its city. */
function knownPart(division: string | undefined, { names }: Pick<Gazetteer, 'names'>): Division | undefined {
  return division && /^\d{6}$/.test(division) ? named(division, { names }) : undefined;
}

/** The finest part of a division that has a name: in a municipality there is no city between county and province. */
function named(division: Division | undefined, { names }: Pick<Gazetteer, 'names'>): Division | undefined {
  return division && chainOf(division).findLast((part) => names.has(part));
}

interface PlaceReading {
  /** The finest that the text makes certain. */
  readonly certain: Division | undefined;
  /** For each name that stays open, what it can mean. */
  readonly undecided: readonly (readonly Division[])[];
}

function readPlaces(text: string, gazetteer: Gazetteer, home: Division): PlaceReading {
  const possible = placeMentionsIn(text, gazetteer, home).map((_, i, all) => possibleDivisions(all, i, home));
  const divisions = possible.flatMap((each) => named(commonArea(each), gazetteer) ?? []);
  const own = divisions.filter((division) => covers(home, division));
  return { certain: finest(own.length > 0 ? own : divisions), undecided: possible.filter(({ length }) => length > 1) };
}

function finest(divisions: readonly Division[]): Division | undefined {
  const best = Math.max(...divisions.map(finenessOf));
  return divisions.find((division) => finenessOf(division) === best);
}

function placeOf(division: Division, { names }: Gazetteer): Place {
  const county = division.slice(0, 6);
  const name = fullNameOf(chainOf(county), names) || '地点待核实';
  return county === division
    ? { division, name }
    : { division: county, name, town: { code: division, name: names.get(division) ?? '' } };
}
