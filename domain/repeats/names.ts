import { numberIn } from '../text/number-words.ts';
import { type Found, findTerms } from '../text/terms.ts';
import { endOf, type Name } from './name.ts';
import { isCommon, isSingleSite, SMALL_AREAS, villageOf } from './plants.ts';
import type { NameKind, RepeatRules } from './rules.ts';

/** Chinese addresses run from the large to the small, so a name begins where the larger area before it ends. */
const AREAS: readonly NameKind[] = ['division', 'county', 'town', 'road', 'village'];
const LONGEST_CORE = 6;
/** A name without a known ending is looked for right after its area only. */
const WINDOW = 8;
const NAMED_WITHIN: readonly NameKind[] = ['estate', 'landmark', 'site'];
const SHOP = /[《巜〈「『]([^《巜》〉」』]{2,12})[》〉」』]/g;
/** Laws and papers stand in the same brackets as shops. */
const PAPER = /(?:法|条例|规定|办法|规范|细则|意见|标准|通知|公告|公示|方案|规划|协议|合同|报告|承诺|书|证|函|报)$/;
const NUMBER =
  /([\p{sc=Han}]{2,4}(?:路|街|巷|弄|道))?(\d{1,4}|[一二三四五六七八九十百]{1,6})号(?!楼(?![下上顶])|[线栋幢店文]|门(?![口前]))/gu;
/** An estate goes before its buildings: "桂花城2栋". */
const BUILDING = /\d{1,3}(?:号楼|栋|幢|座|单元|期)/g;
/** "赵庄" and "孙庄": a village may bear nothing but a family's name. */
const FAMILY_VILLAGE =
  /[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹魏陶姜谢邹苏潘范彭郎马方袁柳史唐薛雷贺汤罗郝安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米戴宋庞熊纪舒屈项祝董梁杜阮闵季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房解应丁邓洪包左石崔吉龚程邢裴陆荣翁段侯焦谷车宁仇栾甘武符刘景詹龙叶白蒲邰鄂赖乔谭申冉桑桂牛边燕尚温庄晏柴瞿阎向古易廖耿匡寇广欧蔚隆师巩聂曾关荆游权]$/u;
/** "孙家沟", "王家坪": what a family and its ground are called is a village without saying so. */
const FAMILY_GROUND = /(\p{sc=Han}家[沟湾坪坡冲塘坝岗嘴沱圩洼台圪凹塬山岭坳畈垸墩咀])(?![村镇乡路街桥河湖园小])/gu;
/** Small words that run into the name after them; so does a name that begins so, and always alike. */
const LEADING = /^(?!和[谐平睦顺])[和到至从去往对给跟同为有叫于由以又还再让使向将原说称住问]+(?=.{2})/u;
/** The longest name of a village that is a word for water, and what goes on with 村 or 镇 to another word. */
const LONGEST_WORD = 4;
const INHABITANTS = /[民里上委头中政]/u;
/** "撒一路", "罐车一路撒料": all along, and no road. */
const ALL_ALONG = { core: /[撒洒淌漏流掉抛]一$/u, after: /^路[撒洒淌漏流掉抛]/u };
/** "青弋江边东风化工": a name begins after what it stands beside. */
const BESIDE = /^.*[江河湖渠溪库桥山港塘海][边旁畔岸]上?(?=.{2})/u;
const ROAD_ENDING = /(?:大道|大街|路|街|巷|弄|道)$/;
const STREET = /^(?:大道|大街|路|街|巷|弄)$/;
const WORD = /[\p{L}\p{N}]/u;

type Ending = Found<NameKind>;

/** The proper names of a folded text. `stops` marks what is no part of any by 1, by 2 what is none as a rule. */
export function namesIn(text: string, stops: Uint8Array, { endings, estateSounds, commonParts }: RepeatRules): Name[] {
  const found = findTerms(text, endings).map((ending) => withTrade(ending, stops));
  const names: Name[] = [];
  let floor = 0;
  let named: Ending | undefined;
  let area = '';
  found.forEach((ending, i) => {
    const own = coreOf(text, ending, floor, stops, named, commonParts);
    const isBorne = bearsArea(text, ending, own, named, commonParts);
    const core = isBorne ? area + own : own;
    const isOfVillage = isBorne && named?.value === 'village';
    const borne = isBorne ? { isOfVillage, area } : {};
    if (core.length < shortestCore(ending, core, text)) return;
    if (goesOn(ending, named) || isWithin(ending, found[i + 1], text) || isOfOfficials(ending, text)) return;
    if (isAllAlong(ending, core, text)) return;
    const start = ending.start - core.length;
    const isAfterTown = named?.value === 'town' && named.end === start;
    named = ending;
    const name: Name = { kind: ending.value, core, start, ending: text.slice(ending.start, ending.end), ...borne };
    names.push(...asSpelt(name, estateSounds), ...(isAfterTown ? villageOf(name, commonParts) : []));
    names.push(...nameWithin(text, core, ending, found[i - 1]));
    if (AREAS.includes(ending.value)) {
      area = core;
      floor = ending.end;
      names.push(...unendedName(text, ending, found[i + 1], stops));
    }
  });
  return [
    ...names,
    ...groundsIn(text, stops),
    ...shopsIn(text),
    ...numbersIn(text, stops),
    ...estatesOfBuildings(text, stops, names),
  ];
}

/** "天誉" in "碧桂园天誉小区" and "恒信" in "航空港恒信电镀", which some call by this name alone. */
function nameWithin(text: string, core: string, { start, end, value }: Ending, before: Ending | undefined): Name[] {
  if (!NAMED_WITHIN.includes(value) || !before || before.end <= start - core.length || start - before.end < 2)
    return [];
  const ending = value === 'site' ? { ending: text.slice(start, end) } : {};
  return [{ kind: value, core: text.slice(before.end, start), start: before.end, ...ending }];
}

/** With what it is spelt for; what stands before 旁边 is then no other name beside it. */
function asSpelt(name: Name, estateSounds: RepeatRules['estateSounds']): Name[] {
  const meant = misspelt(name, estateSounds);
  return meant.length > 0 && name.kind === 'nearby' ? meant : [name, ...meant];
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

/** "马陵山" of "马陵山镇" and "东湖花园" of "东湖花园路" are no names of their own; a viaduct bears none of those beside it. */
function isWithin({ value, end }: Ending, next: Ending | undefined, text: string): boolean {
  if (next?.start !== end || AREAS.includes(value)) return false;
  return next.value === 'road' ? STREET.test(text.slice(next.start, next.end)) : AREAS.includes(next.value);
}

const isAllAlong = ({ value, start }: Ending, core: string, text: string): boolean =>
  value === 'road' &&
  (ALL_ALONG.core.test(core) || (core.endsWith('一') && ALL_ALONG.after.test(text.slice(start, start + 2))));

/** "交办给区里": who sits there, and no place. */
const isOfOfficials = ({ value, end }: Ending, text: string): boolean =>
  (value === 'county' || value === 'town') && text[end] === '里';

function shortestCore({ value, start, end }: Ending, core: string, text: string): number {
  if (value === 'nearby') return 3;
  if (value === 'county' && text[start] === '旗') return 2;
  if (value === 'village' && end - start === 1 && FAMILY_VILLAGE.test(core)) return 1;
  return value === 'division' || value === 'county' ? 1 : 2;
}

/** Of "永安路小学" and "泰康路建材市场", which have no name but their road's, "永安路" and "泰康路建材". */
function coreOf(
  text: string,
  { start, end, value }: Ending,
  floor: number,
  stops: Uint8Array,
  named: Ending | undefined,
  commonParts: RepeatRules['commonParts'],
): string {
  const core = coreBefore(text, start, Math.max(floor, start - LONGEST_CORE), stops);
  if (core.length < 2 && mayBeWord(text, { start, end, value })) return wordBefore(text, start, end, floor, stops);
  if (value !== 'landmark' || end - start < 2 || !isOnlyOfArea(text, core, start, named, commonParts)) return core;
  return coreBefore(text, start, Math.max(0, start - LONGEST_CORE), stops);
}

/** "马家沟砖瓦" of "马家沟村砖瓦厂": a plant without a name of its own is called after its village, town or road. */
function bearsArea(
  text: string,
  { start, end, value }: Ending,
  core: string,
  named: Ending | undefined,
  commonParts: RepeatRules['commonParts'],
): boolean {
  return (
    value === 'site' && isSingleSite(text.slice(start, end)) && isOnlyOfArea(text, core, start, named, commonParts)
  );
}

function isOnlyOfArea(
  text: string,
  core: string,
  start: number,
  named: Ending | undefined,
  commonParts: RepeatRules['commonParts'],
): boolean {
  const isCommonCore = core.length < 2 || isCommon(core, commonParts);
  if (!named || !SMALL_AREAS.includes(named.value) || !isCommonCore) return false;
  return /^的?$/u.test(text.slice(named.end, start - core.length));
}

function coreBefore(text: string, end: number, floor: number, stops: Uint8Array): string {
  let start = end;
  while (start > floor && stops[start - 1] === 0 && WORD.test(text[start - 1]!)) start -= 1;
  return text.slice(start, end).replace(LEADING, '').replace(BESIDE, '');
}

/** "西郊" of "西郊垃圾填埋场": what the lexicon finds as one word tells what it is, after what it is called. */
function withTrade({ value, start, end }: Ending, stops: Uint8Array): Ending {
  let trade = start;
  if (value === 'site' || value === 'landmark')
    while (start - trade < LONGEST_WORD && stops[trade - 1] === 2) trade -= 1;
  return { value, start: trade, end };
}

const mayBeWord = (text: string, { start, end, value }: Ending): boolean =>
  value === 'village' || value === 'town' || (value === 'road' && STREET.test(text.slice(start, end)));

/**
 * "黑水" of "黑水镇" and "小河口" of "小河口村": what rivers and their water are called may be a name, where a clause
 * begins with it, or the larger area stands before it.
 */
function wordBefore(text: string, start: number, end: number, floor: number, stops: Uint8Array): string {
  let begin = start;
  while (begin > floor && start - begin < LONGEST_WORD && stops[begin - 1] !== 1 && WORD.test(text[begin - 1]!))
    begin -= 1;
  const isWhole = begin === floor || stops[begin - 1] === 1 || !WORD.test(text[begin - 1]!);
  return isWhole && !INHABITANTS.test(text[end] ?? '') ? text.slice(begin, start) : '';
}

/** "锦绣年华" in "临禾区锦绣年华的居民". */
function unendedName(text: string, { end, value }: Ending, next: Ending | undefined, stops: Uint8Array): Name[] {
  if (value === 'road' || value === 'village') return [];
  let last = end;
  while (last < end + WINDOW && last < text.length && stops[last] === 0 && WORD.test(text[last]!)) last += 1;
  if (last - end < 3 || (next && next.start <= last)) return [];
  return [{ kind: 'estate', core: text.slice(end, Math.min(last, end + LONGEST_CORE)), start: end }];
}

function estatesOfBuildings(text: string, stops: Uint8Array, names: readonly Name[]): Name[] {
  return [...text.matchAll(BUILDING)].flatMap(({ index }): Name[] => {
    const core = coreBefore(text, index, Math.max(0, index - LONGEST_CORE), stops);
    const start = index - core.length;
    const isNamed = names.some((name) => endOf(name) > start && endOf(name) <= index);
    return core.length < 3 || isNamed ? [] : [{ kind: 'estate', core, start }];
  });
}

function groundsIn(text: string, stops: Uint8Array): Name[] {
  return [...text.matchAll(FAMILY_GROUND)]
    .filter(({ 1: core, index }) => FAMILY_VILLAGE.test(core![0]!) && !stops.slice(index, index + 3).includes(1))
    .map(({ 1: core, index }) => ({ kind: 'village', core: core!, start: index }));
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
    return /^\p{sc=Han}{2}$/u.test(road) ? [{ kind: 'number', core: road + numberIn(digits!), start: index }] : [];
  });
}
