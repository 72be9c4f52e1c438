import type { ClassificationRules } from './rules.ts';
import type { Taxonomy } from './taxonomy.ts';
import { type Mention, type Term, tells } from './term.ts';

/** "黑水县", "环保路": the sign is part of a place's name; "污水路边" is none. */
const PLACE =
  /^[河沟塘湖江山坪寨桥水井泉坑]?(?:县|镇(?![上里])|乡(?![里下])|[村庄](?![里民子口头上])|路(?![面边过段上口灯人程基])|大道(?![上边])|大街(?![上边])|街(?![上道边头坊面])|胡同(?!里)|巷(?![子里口])|社区(?!里))/;
/** "黑烟洞小学", "黑水潭大桥": a school or bridge is called after it. */
const TERRAIN = '河沟塘湖江山坪寨桥水井泉坑湾洞坡岭坝潭滩岩墩台岗垭坳浜圩洲垸屯庄';
const CALLED_AFTER = /^(?:(?:[小中]学|学校)(?!生)|幼儿园|大桥|水库|车站|卫生院|医院)/;
/** "噪声乐队", "环境学院", "黑烟囱文创园": the sign is the name or subject of a work, a course, a house of culture. */
const WORK =
  /^(?:\p{sc=Han}{0,3}?(?:App|APP|app|小程序|公众号|专业(?!户|人)|学院|大学|硕士|博士|工程师|乐队|乐团|歌手|电台|动力学|指导员|口罩|工人)|主播|实验室|课题|论文|歌曲|专辑|演唱会|小说|电影|游戏|组合|培训|物理|短信|电话|邮件|信息|食品|零食|分类|文创园|创意园|艺术区|博物馆|纪念馆)/u;
/** "绿源环保科技有限公司": a firm calls itself so. */
const FIRM =
  /^(?:(?![的了在是把被不没未无向往到和与对由很都也该此这那某排放偷投诉举报局厅部门违问题检查督要求])\p{sc=Han}){0,8}?(?:有限|公司|集团|设备厂|用品店|专卖店|研究院|研究所|协会|商会|事务所)/u;
/** "环保大厦": a building that is called so. */
const BUILDING = /^(?:大厦|大楼|公寓|花园|家园|广场|小学|中学|宾馆|杯)/;
/** "环保设备厂": who makes what prevents pollution. */
const MAKER = /^[厂店行]/;
/** "网络噪音", "精神垃圾": of what no waste can foul. */
const OF_THE_MIND = /(?:网络|互联网|网上|精神|文化|思想|信息|语言|学术)(?:的)?$/;
const LIKE = /[像如跟似](?:一?个)?$|犹如$|如同$/;
const AS = /^(?:一样|似的|一般|那样)/;
const LONGEST_NAME = 16;
/** How far from an abstract thing a sign is figurative: "污染未成年人的心灵". */
const FIGURE_REACH = 10;
/** Enough for any letter, and no text costs more. */
const MOST_ABSTRACT = 20;

/**
 * The mentions without the signs that say nothing of the environment: within a name, spoken figuratively, or a set phrase
 * or a likeness that no other sign and no source bears out. Sources stay: a firm named after the environment may pollute all the same.
 */
export function withoutFigures(
  mentions: readonly Mention[],
  text: string,
  rules: Pick<ClassificationRules, 'taxonomy' | 'industries'>,
): Mention[] {
  const meant = mentions.map((mention) => (isNamed(mention, text, rules.taxonomy) ? withoutSigns(mention) : mention));
  const abstract = meant.filter(({ value }) => tells(value, 'abstract')).slice(0, MOST_ABSTRACT);
  const isPhrase = (mention: Mention): boolean =>
    tells(mention.value, 'sign') && (tells(mention.value, 'idiom') || isSimile(mention, text));
  const phrases = meant.filter(isPhrase);
  if (abstract.length === 0 && phrases.length === 0) return meant;
  const borneOut = borneOutIn(meant, new Set(phrases), rules);
  return meant.map((mention) =>
    abstract.some((thing) => isBeside(thing, mention)) || !borneOut(mention) ? withoutSigns(mention) : mention,
  );
}

/** Says of each set phrase whether another sign, or a trade that can cause it, stands in the text; all others are. */
function borneOutIn(
  mentions: readonly Mention[],
  phrases: ReadonlySet<Mention>,
  { taxonomy, industries }: Pick<ClassificationRules, 'taxonomy' | 'industries'>,
): (mention: Mention) => boolean {
  const isTrade = ({ value }: Mention): boolean => industries.hints.get(value.term)?.general === false;
  const trades = new Set(mentions.filter(isTrade).flatMap(({ value }) => sourcesOf(value)));
  const isTold = mentions.some((mention) => !phrases.has(mention) && tellsSomething(mention));
  return (mention) =>
    isTold || !phrases.has(mention) || signsOf(mention).some((sign) => canBeCaused(sign, trades, taxonomy));
}

function tellsSomething({ value }: Mention): boolean {
  return value.roles.some((role) => role.kind === 'sign' && role.points > 1);
}

/** "谣言像毒气一样扩散". */
function isSimile({ start, end }: Mention, text: string): boolean {
  return LIKE.test(text.slice(Math.max(0, start - 3), start)) && AS.test(text.slice(end, end + 2));
}

function isNamed(mention: Mention, text: string, taxonomy: Taxonomy): boolean {
  if (!tells(mention.value, 'sign')) return false;
  if (OF_THE_MIND.test(text.slice(Math.max(0, mention.start - 4), mention.start))) return true;
  const told = mention.value.roles.filter((role) => role.kind === 'sign');
  const after = text.slice(mention.end, mention.end + LONGEST_NAME);
  if (told.every(({ deniable }) => !deniable) && MAKER.test(after)) return true;
  if (told.every(({ sign, deniable }) => !deniable || isGeneral(sign, taxonomy)))
    return isCalledAfter(text, mention.end) || [PLACE, WORK, FIRM, BUILDING].some((name) => name.test(after));
  return isCalledAfter(text, mention.end) || PLACE.test(after) || WORK.test(after);
}

function isCalledAfter(text: string, end: number): boolean {
  const isAt = (at: number): boolean =>
    TERRAIN.includes(text[at] ?? ' ') && CALLED_AFTER.test(text.slice(at + 1, at + 1 + LONGEST_NAME));
  return isAt(end) || isAt(end - 1);
}

/** Only shows that the environment is spoken of. */
function isGeneral(sign: string, { signs, passiveSources }: Taxonomy): boolean {
  const { subtype, bySource = {} } = signs[sign] ?? {};
  return subtype === undefined && Object.keys(bySource).every((source) => passiveSources.includes(source));
}

function canBeCaused(sign: string, sources: ReadonlySet<string>, { signs }: Taxonomy): boolean {
  return Object.keys(signs[sign]?.bySource ?? {}).some((source) => sources.has(source));
}

function isBeside(thing: Mention, mention: Mention): boolean {
  return (
    thing.sentence === mention.sentence &&
    thing.start - mention.end <= FIGURE_REACH &&
    mention.start - thing.end <= FIGURE_REACH
  );
}

function signsOf({ value }: Mention): string[] {
  return value.roles.flatMap((role) => (role.kind === 'sign' && role.deniable ? role.sign : []));
}

function withoutSigns(mention: Mention): Mention {
  const { term, roles } = mention.value;
  return { ...mention, value: { term, roles: roles.filter((role) => role.kind !== 'sign') } };
}

function sourcesOf({ roles }: Term): string[] {
  return roles.flatMap((role) => (role.kind === 'source' ? role.source : []));
}
