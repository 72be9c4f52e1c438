import { type Found, findTerms } from '../text/terms.ts';
import type { NameKind, RepeatRules } from './rules.ts';

/** A proper name as it stands in a text, without what it ends in: "丽景园" of "丽景园小区". */
export interface Name {
  readonly kind: NameKind | 'number' | 'shop';
  readonly core: string;
  readonly start: number;
  /** What a landmark ends in: 白沙河 is not 白沙小学. */
  readonly ending?: string;
}

/** Chinese addresses run from the large to the small, so a name begins where the larger area before it ends. */
const AREAS: readonly NameKind[] = ['division', 'county', 'town', 'road', 'village'];
const SMALL_AREAS: readonly NameKind[] = ['town', 'road', 'village'];
const LONGEST_CORE = 6;
/** A name without a known ending is looked for right after its area only. */
const WINDOW = 8;
const SHOP = /[《巜〈「『]([^《巜》〉」』]{2,12})[》〉」』]/g;
/** Laws and papers stand in the same brackets as shops. */
const PAPER = /(?:法|条例|规定|办法|规范|细则|意见|标准|通知|公告|公示|方案|规划|协议|合同|报告|承诺|书|证|函|报)$/;
const NUMBER = /([\p{sc=Han}]{2,4}(?:路|街|巷|弄|道))?(\d{1,4})号(?!楼(?![下上顶])|[线栋幢店文]|门(?![口前]))/gu;
/** An estate goes before its buildings: "桂花城2栋". */
const BUILDING = /\d{1,3}(?:号楼|栋|幢|座|单元|期)/g;
/** Small words that run into the name after them; so does a name that begins so, and always alike. */
const LEADING = /^[和到至从去往对给跟同为有叫于由以又还再让使向将原说称]+(?=.{2})/u;
const ROAD_ENDING = /(?:大道|大街|路|街|巷|弄|道)$/;
const WORD = /[\p{L}\p{N}]/u;

type Ending = Found<NameKind>;

/** The proper names of a folded text. `stops` marks what is no part of any. */
export function namesIn(text: string, stops: Uint8Array, { endings, estateSounds }: RepeatRules): Name[] {
  const found = findTerms(text, endings);
  const names: Name[] = [];
  let floor = 0;
  let named: Ending | undefined;
  found.forEach((ending, i) => {
    const core = coreOf(text, ending, floor, stops, named);
    if (core.length < shortestCore(ending.value) || goesOn(ending, named) || isWithin(ending, found[i + 1])) return;
    named = ending;
    const start = ending.start - core.length;
    names.push({ kind: ending.value, core, start, ending: text.slice(ending.start, ending.end) });
    names.push(...misspelt(names.at(-1)!, estateSounds));
    names.push(...nameWithin(text, core, ending, found[i - 1]));
    if (AREAS.includes(ending.value)) {
      floor = ending.end;
      names.push(...unendedName(text, ending, found[i + 1], stops));
    }
  });
  return [...names, ...shopsIn(text), ...numbersIn(text, stops), ...estatesOfBuildings(text, stops, found)];
}

/** "天誉" in "碧桂园天誉小区", which some call by this name alone. */
function nameWithin(text: string, core: string, { start, value }: Ending, before: Ending | undefined): Name[] {
  if (
    (value !== 'estate' && value !== 'landmark') ||
    !before ||
    before.end <= start - core.length ||
    start - before.end < 2
  )
    return [];
  return [{ kind: value, core: text.slice(before.end, start), start: before.end }];
}

/** "锦秀" in "锦秀花圆小区" and "锦秀花圆隔壁": what is written by ear ends in an estate's ending all the same. */
function misspelt({ kind, core, start }: Name, estateSounds: RepeatRules['estateSounds']): Name[] {
  if (kind !== 'estate' && kind !== 'nearby') return [];
  const ending = findTerms(core, estateSounds).at(-1);
  if (!ending || ending.end !== core.length || ending.start < 2) return [];
  return [{ kind: 'estate', core: core.slice(0, ending.start), start }];
}

/** "小区" of "翠湖花园小区" and "楼下" of "丽景小区楼下" end no other name than the ending before them. */
function goesOn({ value, start }: Ending, named: Ending | undefined): boolean {
  if (named?.end !== start || AREAS.includes(named.value)) return false;
  return value === 'nearby' || (value === 'estate' && named.end - named.start > 1);
}

/** "马陵山" of "马陵山镇" and "东湖花园" of "东湖花园路" are no names of their own. */
function isWithin({ value, end }: Ending, next: Ending | undefined): boolean {
  return next?.start === end && AREAS.includes(next.value) && !AREAS.includes(value);
}

function shortestCore(kind: NameKind): number {
  if (kind === 'nearby') return 3;
  return kind === 'division' || kind === 'county' ? 1 : 2;
}

/** Of "永安路小学", which has no name but its road's, "永安路". */
function coreOf(text: string, ending: Ending, floor: number, stops: Uint8Array, named: Ending | undefined): string {
  const { start, end, value } = ending;
  const core = coreBefore(text, start, Math.max(floor, start - LONGEST_CORE), stops);
  const isOfSmallArea = named?.end === start && SMALL_AREAS.includes(named.value);
  if (core !== '' || value !== 'landmark' || end - start < 2 || !isOfSmallArea) return core;
  return coreBefore(text, start, Math.max(0, start - LONGEST_CORE), stops);
}

function coreBefore(text: string, end: number, floor: number, stops: Uint8Array): string {
  let start = end;
  while (start > floor && stops[start - 1] === 0 && WORD.test(text[start - 1]!)) start -= 1;
  return text.slice(start, end).replace(LEADING, '');
}

/** "锦绣年华" in "临禾区锦绣年华的居民". */
function unendedName(text: string, { end, value }: Ending, next: Ending | undefined, stops: Uint8Array): Name[] {
  if (value === 'road' || value === 'village') return [];
  let last = end;
  while (last < end + WINDOW && last < text.length && stops[last] === 0 && WORD.test(text[last]!)) last += 1;
  if (last - end < 3 || (next && next.start <= last)) return [];
  return [{ kind: 'estate', core: text.slice(end, Math.min(last, end + LONGEST_CORE)), start: end }];
}

function estatesOfBuildings(text: string, stops: Uint8Array, endings: readonly Ending[]): Name[] {
  return [...text.matchAll(BUILDING)].flatMap(({ index }): Name[] => {
    const core = coreBefore(text, index, Math.max(0, index - LONGEST_CORE), stops);
    const start = index - core.length;
    return core.length < 3 || endings.some(({ end }) => end > start && end <= index)
      ? []
      : [{ kind: 'estate', core, start }];
  });
}

function shopsIn(text: string): Name[] {
  return [...text.matchAll(SHOP)]
    .filter(({ 1: core }) => !PAPER.test(core!))
    .map(({ 1: core, index }) => ({ kind: 'shop', core: core!, start: index + 1 }));
}

/** "沿河路12号" and "沿河12号" alike: two characters of the road and the number. */
function numbersIn(text: string, stops: Uint8Array): Name[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 1: written, 2: digits, index }): Name[] => {
    const before = written ?? coreBefore(text, index, Math.max(0, index - LONGEST_CORE), stops);
    const road = before.replace(ROAD_ENDING, '').slice(-2);
    return /^\p{sc=Han}{2}$/u.test(road) ? [{ kind: 'number', core: road + digits, start: index }] : [];
  });
}
