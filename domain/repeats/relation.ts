import { covers, finenessOf } from '../place/division.ts';
import type { RepeatRules } from './rules.ts';
import type { RepeatSketch } from './sketch.ts';
import { likenessOf } from './wording.ts';

/**
 * 重复件的关系: the same matter again (join), a complaint of how it was handled (never joined: linked and escalated), the same source or
 * a matter that had its end (linked), or nothing.
 */
export type Relation = 'same-matter' | 'about-handling' | 'same-source' | 'unrelated';

/** What is known of the earlier case, beside its sketch. */
export interface EarlierCase {
  /** Days from its receipt to that of the new complaint. */
  readonly daysAgo: number;
  readonly ended: boolean;
}

export interface Related {
  readonly relation: Relation;
  /** 0–1: how sure, for ordering. */
  readonly score: number;
  /** Why, for staff. */
  readonly trace: readonly string[];
}

interface Agreement {
  readonly places: number;
  readonly sites: number;
  readonly ways: number;
  /** Share of the subjects of the one that names fewer. */
  readonly subjects: number;
  readonly likeness: number;
}

/** How a new complaint relates to an earlier case. Place gates text: letters worded alike about two places are two matters. */
export function relationOf(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  since: EarlierCase,
  rules: RepeatRules,
): Related {
  const agreement = agreementOf(recent, earlier);
  const where = whereAgreed(recent, earlier, agreement, rules);
  if (!where) return { relation: 'unrelated', score: 0, trace: [] };
  const relation = kindOf(recent, earlier, agreement, since, where, rules);
  if (relation === 'unrelated') return { relation, score: 0, trace: [] };
  return { relation, score: scoreOf(agreement), trace: traceOf(where, agreement, relation, since) };
}

type Where = 'place' | 'site' | 'way' | 'wording';

function agreementOf(recent: RepeatSketch, earlier: RepeatSketch): Agreement {
  return {
    places: shared(recent.places, earlier.places),
    sites: shared(recent.sites, earlier.sites),
    ways: shared(recent.ways, earlier.ways),
    subjects: subjectsShared(recent, earlier),
    likeness: likenessOf(recent.wording, earlier.wording),
  };
}

/**
 * Share of what the one that names less complains of. Noise from a bar is not the noise of a building site: where both name sources, and
 * none in common, one sign in common is not enough.
 */
function subjectsShared(recent: RepeatSketch, earlier: RepeatSketch): number {
  const signs = shared(recent.signs, earlier.signs);
  const fewestSigns = Math.min(recent.signs.length, earlier.signs.length);
  if (fewestSigns === 0) return recent.signs.length + earlier.signs.length > 0 ? originsShared(recent, earlier) : 0;
  if (signs === 0) return 0;
  if (apart(recent.origins, earlier.origins)) return signs > 1 ? signs / fewestSigns : 0;
  const fewestOrigins = Math.min(recent.origins.length, earlier.origins.length);
  return (signs + shared(recent.origins, earlier.origins)) / (fewestSigns + fewestOrigins);
}

/** Who only says that a source disturbs them may mean what others say of it. */
function originsShared(recent: RepeatSketch, earlier: RepeatSketch): number {
  const most = Math.max(recent.origins.length, earlier.origins.length);
  return most === 0 ? 0 : shared(recent.origins, earlier.origins) / most;
}

/** What shows that both are about one place; undefined where they are not, or nothing shows it. */
function whereAgreed(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  { places, sites, ways, likeness }: Agreement,
  { limits }: RepeatRules,
): Where | undefined {
  if (divisionsApart(recent, earlier)) return undefined;
  if (places > 0 && likeness >= limits.sameWording) return 'place';
  // Read from the words alone, a county may be mistaken; but not where little else agrees.
  if (apart(recent.areas, earlier.areas)) return undefined;
  const borneOut =
    places + ways + sites > 1 ||
    (!apart(recent.ways, earlier.ways) && isHalf(places, recent.places, earlier.places)) ||
    isHalf(sites, recent.sites, earlier.sites) ||
    likeness >= limits.anyWording ||
    sameCounty(recent, earlier);
  if (places > 0) return borneOut ? 'place' : undefined;
  const placesApart = apart(recent.places, earlier.places);
  if (sites > 0 && (!placesApart || ways > 0)) return borneOut ? 'site' : undefined;
  if (placesApart) return undefined;
  if (ways > 1 || (ways > 0 && likeness >= limits.similarWording)) return 'way';
  const nowhere = recent.places.length + earlier.places.length === 0;
  return !apart(recent.ways, earlier.ways) && nowhere && likeness >= limits.copiedWording ? 'wording' : undefined;
}

/** Of many names one may be the same by chance; of one or two, hardly. */
function isHalf(common: number, some: readonly string[], others: readonly string[]): boolean {
  return common > 0 && common * 2 >= Math.min(some.length, others.length);
}

function sameCounty(recent: RepeatSketch, earlier: RepeatSketch): boolean {
  const { division } = recent;
  if (division !== undefined && division === earlier.division) return finenessOf(division) === 3;
  return shared(recent.areas, earlier.areas) > 0;
}

/** Both name some, and none in common. */
function apart(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && shared(some, others) === 0;
}

function divisionsApart({ division: one }: RepeatSketch, { division: other }: RepeatSketch): boolean {
  return one !== undefined && other !== undefined && !covers(one, other) && !covers(other, one);
}

function kindOf(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  { subjects, likeness, places, sites }: Agreement,
  { daysAgo, ended }: EarlierCase,
  where: Where,
  { limits }: RepeatRules,
): Relation {
  // Where the lexicon finds no sign in either, only the wording can tell.
  const unsaid = where === 'place' && recent.signs.length + earlier.signs.length === 0;
  const copied = likeness >= (unsaid ? limits.similarWording : limits.sameWording);
  const sameSubject = copied || subjects >= limits.sameSubjects;
  const retold = earlier.handling >= limits.handling && likeness >= limits.sameWording;
  if (recent.handling >= limits.handling && !retold) return sameSubject || sites > 0 ? 'about-handling' : 'unrelated';
  if (where === 'way' && subjects === 0 && !copied) return 'unrelated';
  if (!sameSubject) return sites > 1 || (sites > 0 && places > 0) ? 'same-source' : 'unrelated';
  return ended || daysAgo > limits.joinWithinDays ? 'same-source' : 'same-matter';
}

function scoreOf({ places, sites, ways, subjects, likeness }: Agreement): number {
  const place = Math.min(1, (places + sites) / 2 + ways / 4);
  return Math.round((0.4 * place + 0.3 * subjects + 0.3 * likeness) * 100) / 100;
}

const WHERE: Record<Where, string> = {
  place: '地点一致（小区、村或门牌）',
  site: '被投诉单位名称一致',
  way: '道路或镇街一致，且用语相近',
  wording: '均未写明地点，用语几乎相同',
};

const WHY: Record<Exclude<Relation, 'unrelated'>, string> = {
  'same-matter': '建议并案',
  'about-handling': '反映此前件的办理情况，不并案，转上级关注',
  'same-source': '同一对象，关联备查',
};

function traceOf(
  where: Where,
  { subjects, likeness }: Agreement,
  relation: Exclude<Relation, 'unrelated'>,
  since: EarlierCase,
): string[] {
  return [
    WHERE[where],
    `问题一致${percent(subjects)}，用语相似${percent(likeness)}`,
    ...(since.ended ? ['此前件已办结'] : []),
    `相隔${since.daysAgo}天：${WHY[relation]}`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((feature) => others.includes(feature)).length;
}
