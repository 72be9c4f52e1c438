import type { Division } from '../place/division.ts';
import type { Place } from '../place/place.ts';
import { glossOf, isEnglish } from '../text/english.ts';
import { foldText } from '../text/folding.ts';
import { type Found, findTerms } from '../text/terms.ts';
import { handlingByWords, handlingOf, wordsOnHandling } from './handling.ts';
import { type HashKey, keyedHash } from './keyed-hash.ts';
import { matterPlaceIn } from './matter-place.ts';
import { endOf, type Name } from './name.ts';
import { namesIn } from './names.ts';
import { objectsIn } from './objects.ts';
import { openingName } from './opening-name.ts';
import { placeFeaturesOf } from './place-features.ts';
import type { Cue, RepeatRules } from './rules.ts';
import { wordingOf } from './wording.ts';

/** What a complaint says of its matter, as far as that is needed to recognise it again. */
export interface RepeatSource {
  readonly text: string;
  readonly address?: string | undefined;
  readonly target?: string | undefined;
  readonly place?: Place | undefined;
}

/**
 * 重复件特征: what is kept with a case to recognise later complaints of the same matter. Hashed under the province's own
 * key, five characters a feature, so that it holds no word of the complainant. Lists begin with what names the matter
 * best.
 */
export interface RepeatSketch {
  readonly version: 2;
  readonly division?: Division | undefined;
  /** Estates, villages, buildings, house numbers: one of them in common is one place in common. */
  readonly places: readonly string[];
  /** Counties that the text names, where no gazetteer knows them. */
  readonly areas: readonly string[];
  /** Roads: too large to be one place. */
  readonly ways: readonly string[];
  readonly towns: readonly string[];
  /** Enterprises, farms, shops. */
  readonly sites: readonly string[];
  /** Those of the places and sites that tell where the matter is. */
  readonly ofMatter: readonly string[];
  /** What stands right after the name of an area, with that name; absent in those filed before it was kept. */
  readonly objects?: readonly string[] | undefined;
  /** What is seen, heard and smelt, most often named first. */
  readonly signs: readonly string[];
  /** The kinds of sources that are named. */
  readonly origins: readonly string[];
  readonly wording: string;
  /** 0–9: how much it is about the way an earlier complaint was handled. */
  readonly handling: number;
}

/** Longer texts are read by their beginning; so are names and subjects. */
/**
 * A long letter on something else names a sign once in passing; one about pollution names one in every so many
 * characters.
 */
const UNITS_PER_SIGN = 400;
/** House numbers, distances and dates are no part of the name before or after them. */
const NUMBERED = /\d{1,8}(?:号楼|号|栋|幢|座|单元|楼|室|组|队|米|公里|年|月|日|点|时)/gu;
/** "体育路", "交通巷": a road may be called by a word; "前面路边", "群众路线" are none. */
const CALLS_ROAD = /^(?:大道|大街|[路街巷弄])(?![口线段程面边灯上下道坊])/;
/** "天桥区长虹机械厂": no 区长 unless somebody is spoken of. */
const OFFICIAL = /^[市县区镇乡村]长$/;
const NO_PERSON = /^(?![说讲您你的和与及是在亲热信答来去给对不])\p{sc=Han}/u;
const READ_UNITS = 6000;
const MOST = { sign: 5, origin: 4 } as const;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The same words and key always give the same sketch. */
export function sketchOf(source: RepeatSource, rules: RepeatRules, key: HashKey): RepeatSketch {
  const { text, head } = readable(source, rules);
  const { cues, stops, named } = read(text, rules);
  const code = (feature: string): string => codeOf(keyedHash(feature, 0, feature.length, key));
  const names = placeFeaturesOf(named, matterPlaceIn(text, head, named, rules), rules);
  const heard = (feature: string): string => String.fromCharCode(...foldText(feature, rules.sounds));
  const coded = (features: readonly string[]): string[] => [...new Set(features.map((each) => code(heard(each))))];
  return {
    version: 2,
    division: source.place?.division,
    places: coded(names.places),
    areas: coded(names.areas),
    ways: coded(names.ways),
    towns: coded(names.towns),
    sites: coded(names.sites),
    ofMatter: coded(names.ofMatter),
    objects: coded(objectsIn(text, named, stops, cues)),
    signs: coded(namedMost(cues, 'sign', 1 + Math.floor(text.length / UNITS_PER_SIGN))),
    origins: coded(namedMost(cues, 'origin', 1)),
    wording: wordingOf(text.slice(head), key),
    handling: Math.max(
      handlingOf(text, cues),
      handlingByWords(text.length - head, () => onHandling(text, cues, named).slice(head), rules),
    ),
  };
}

/** What is left of a text to weigh whether it is about handling. */
export function saidOnHandling(written: string, rules: RepeatRules): string {
  const { text } = readable({ text: written }, rules);
  const { cues, named } = read(text, rules);
  return onHandling(text, cues, named);
}

interface Read {
  readonly cues: readonly Found<readonly Cue[]>[];
  readonly stops: Uint8Array;
  readonly named: readonly Name[];
}

function read(text: string, rules: RepeatRules): Read {
  const cues = findTerms(text, rules.cues);
  const stops = stopsOf(text, cues);
  const named = namesIn(text, stops, rules).filter((name) => !isTrade(name, cues));
  return { cues, stops, named: [...named, ...openingName(text, stops, cues, named)] };
}

/** "榨油坊" is a trade, whatever estates end in. */
const isTrade = (name: Name, cues: Read['cues']): boolean =>
  name.kind === 'estate' &&
  cues.some(({ value, start, end }) => start <= name.start && end >= endOf(name) && isOrigin(value));

function onHandling(text: string, cues: Read['cues'], named: Read['named']): string {
  const names = named.filter(({ kind }) => kind !== 'nearby');
  return wordsOnHandling(text, [
    ...cues.filter(({ value }) => isSubject(value)),
    ...names.map((name) => ({ ...name, end: endOf(name) })),
  ]);
}

/** Address and accused first: they name the matter best. `head` is where the text itself begins. */
function readable(
  { text, address = '', target = '' }: RepeatSource,
  { cues, glossary }: RepeatRules,
): { text: string; head: number } {
  const before = [address, target].filter((part) => part !== '').map((part) => `${part}。`);
  const head = before.join('');
  const said = isEnglish(text) ? glossOf(text.slice(0, READ_UNITS), glossary) : text.slice(0, READ_UNITS);
  const folded = foldText(head + said, cues.folding);
  return { text: String.fromCharCode(...folded), head: head.length };
}

function stopsOf(text: string, cues: readonly Found<readonly Cue[]>[]): Uint8Array {
  const stops = new Uint8Array(text.length);
  for (const { value, start, end } of cues) {
    if (!value.some(({ kind }) => kind === 'boundary')) continue;
    if (OFFICIAL.test(text.slice(start, end)) && NO_PERSON.test(text.slice(end, end + 2))) continue;
    const mayBeName = isSubject(value) || (end - start === 2 && CALLS_ROAD.test(text.slice(end, end + 3)));
    stops.fill(mayBeName ? 2 : 1, start, end);
  }
  for (const { 0: number, index } of text.matchAll(NUMBERED)) stops.fill(1, index, index + number.length);
  return stops;
}

const isOrigin = (cues: readonly Cue[]): boolean => cues.some(({ kind }) => kind === 'origin');

const isSubject = (cues: readonly Cue[]): boolean => cues.some(({ kind }) => kind === 'sign' || kind === 'origin');

function namedMost(cues: readonly Found<readonly Cue[]>[], kind: 'sign' | 'origin', least: number): string[] {
  const times = new Map<string, number>();
  for (const cue of cues.flatMap(({ value }) => value)) {
    if (cue.kind === kind) times.set(cue.name, (times.get(cue.name) ?? 0) + 1);
  }
  const mentions = [...times.values()].reduce((sum, count) => sum + count, 0);
  if (mentions < least) return [];
  const named = [...times].toSorted(([, a], [, b]) => b - a).slice(0, MOST[kind]);
  return named.map(([name]) => `${kind} ${name}`);
}

/** 30 bits in five characters: with 24 a city's names of a year would meet by chance every day. */
function codeOf(hash: number): string {
  return [24, 18, 12, 6, 0].map((shift) => ALPHABET[(hash >>> shift) & 63]).join('');
}
