import { type BusinessKind, type BusinessName, businessNamesIn } from '../text/business-names.ts';

/** 被投诉对象: who a complaint may accuse. A suggestion for staff, never linked to a register of firms by itself. */
export interface AccusedCandidate {
  /** `unknown` stands for all that is not named: "来源不明", "楼下餐馆". */
  readonly kind: 'named' | 'unknown';
  /** As the text has it; for the unknown what is said of it, if anything. */
  readonly name?: string | undefined;
  /** 0 to 1: how likely this one is meant. Orders suggestions; it is no probability. */
  readonly score: number;
}

const SCORES: Readonly<Record<BusinessKind, number>> = {
  company: 0.75,
  works: 0.7,
  shop: 0.65,
  site: 0.55,
  institution: 0.3,
};
const GIVEN = 0.95;
const BY_PLACE = 0.45;
const QUOTED = 0.6;
const SOURCE_SAID_UNKNOWN = 0.7;
const REPEATED = 0.1;
const AT_HEAD = 0.1;
const NEIGHBOUR = -0.3;
const HEAD_LENGTH = 60;
const MOST_NAMED = 5;

const SIGNBOARD = /[《「『]([^《》「」『』，。；！？\n]{2,12})[》」』]/g;
/** Laws and papers stand in the same brackets as shops. */
const PAPER =
  /(?:法|条例|规定|办法|规范|细则|意见|标准|通知|公告|公示|方案|规划|协议|合同|报告|承诺书|证|函|批复|回复)$/;
/** After these stands who suffers, or what lies near. */
const SUFFERING = /(?:影响|距离?|离|紧邻|毗邻|靠近|邻近|挨着|紧挨)[\p{sc=Han}]{0,6}$/u;
/** Before these stands a landmark, where it is no works: those stink and roar into their neighbourhood. */
const LANDMARK =
  /^(?:的?(?:附近|周边|旁|[左右]边|[东南西北]{1,2}[侧面边]|对面|门口|楼下|后门|[一二三四五六七八九\d]楼))/;
const SOURCE_UNKNOWN =
  /来源不明|不明来源|来源未知|源头不明|(?:不知|不清楚|不确定|查不到|找不到)[道是]*(?:哪|什么|谁|源头|来源|从何)|不知名|不明(?:企业|单位|工厂)/;
const NOTHING = /^(?:不详|不明|未知|不知道?|不清楚|无|没有|暂无|-+)$/;

/**
 * The enterprises and sites that a complaint may accuse, the likeliest first, the unknown among them: always there, for
 * a name in the text may be the neighbour's. `target` is what the sender named as the accused: it wins, unless it names
 * nobody.
 */
export function accusedIn(text: string, target = ''): readonly AccusedCandidate[] {
  const given = target.trim();
  if (given !== '' && !namesNobody(given)) {
    const others = namedIn(text).filter(({ name }) => name !== given);
    return [{ kind: 'named', name: given, score: GIVEN }, ...others.map(halved), { kind: 'unknown', score: 0.05 }];
  }
  const named = namedIn(text);
  const unknown = unknownIn(text, given, named[0]?.score ?? 0);
  return [...named, unknown].toSorted((a, b) => b.score - a.score);
}

function halved(candidate: AccusedCandidate): AccusedCandidate {
  return { ...candidate, score: rounded(candidate.score / 2) };
}

function namesNobody(target: string): boolean {
  const names = businessNamesIn(target);
  return (
    NOTHING.test(target) || SOURCE_UNKNOWN.test(target) || (names.length > 0 && names.every((one) => one.nameless))
  );
}

function namedIn(text: string): AccusedCandidate[] {
  const scores = new Map<string, number>();
  const note = (name: string, score: number): void => {
    const before = scores.get(name);
    scores.set(name, before === undefined ? score : Math.max(before, score) + REPEATED);
  };
  const found = businessNamesIn(text).filter(({ nameless }) => !nameless);
  for (const one of found) note(withoutRunIn(one.name, found), scoreOf(one, text));
  for (const [, name] of text.matchAll(SIGNBOARD))
    if (!PAPER.test(name!) && !isPartOf(name!, scores)) note(name!, QUOTED);
  return [...scores]
    .map(([name, score]) => ({ kind: 'named' as const, name, score: rounded(score) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_NAMED);
}

/** "6月日兴砖厂" is "日兴砖厂", where that stands elsewhere by itself. */
function withoutRunIn(name: string, found: readonly BusinessName[]): string {
  return found.map((other) => other.name).find((other) => other.length < name.length && name.endsWith(other)) ?? name;
}

function scoreOf({ kind, byPlace, start, end }: BusinessName, text: string): number {
  const suffers = SUFFERING.test(text.slice(Math.max(0, start - 10), start));
  const landmark = (kind === 'shop' || kind === 'institution') && LANDMARK.test(text.slice(end, end + 4));
  return (
    (byPlace ? BY_PLACE : SCORES[kind]) + (start < HEAD_LENGTH ? AT_HEAD : 0) + (suffers || landmark ? NEIGHBOUR : 0)
  );
}

function isPartOf(name: string, known: ReadonlyMap<string, number>): boolean {
  return [...known.keys()].some((other) => other !== name && other.includes(name));
}

function unknownIn(text: string, given: string, best: number): AccusedCandidate {
  const described = businessNamesIn(text).find(({ nameless, kind }) => nameless && kind !== 'institution')?.name;
  const name = given === '' || NOTHING.test(given) ? described : given;
  const told = given !== '' || SOURCE_UNKNOWN.test(text);
  const score = rounded(Math.max(told ? SOURCE_SAID_UNKNOWN : 0.1, 0.9 - best));
  return { kind: 'unknown', ...(name !== undefined && { name }), score };
}

function rounded(score: number): number {
  return Math.round(Math.min(0.95, Math.max(0.05, score)) * 100) / 100;
}
