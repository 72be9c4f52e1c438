import { type Agreement, agreementOf, apart, nameOneObject, type Where, whereAgreed } from './agreement.ts';
import type { RepeatRules } from './rules.ts';
import type { RepeatSketch } from './sketch.ts';

/**
 * 重复件的关系: the same matter again (join), a complaint of how it was handled (never joined: linked and escalated), the
 * same source or a matter that had its end (linked), or nothing.
 */
export type Relation = 'same-matter' | 'about-handling' | 'same-source' | 'unrelated';

/** What is known of the earlier case, beside its sketch. */
export interface EarlierCase {
  /** Days from its receipt to that of the new complaint. */
  readonly daysAgo: number;
  readonly ended: boolean;
  /** The new complaint names its receipt: no other sign of the place is needed. */
  readonly cited?: boolean;
}

export interface Related {
  readonly relation: Relation;
  /** 0–1: how sure, for ordering. */
  readonly score: number;
  /** Why, for staff. */
  readonly trace: readonly string[];
}

/**
 * How a new complaint relates to an earlier case. Place gates text: letters worded alike about two places are two
 * matters.
 */
export function relationOf(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  since: EarlierCase,
  rules: RepeatRules,
): Related {
  const agreement = agreementOf(recent, earlier);
  const where = since.cited ? 'receipt' : whereAgreed(recent, earlier, agreement, rules);
  if (!where) return { relation: 'unrelated', score: 0, trace: [] };
  const relation = kindOf(recent, earlier, agreement, since, where, rules);
  if (relation === 'unrelated') return { relation, score: 0, trace: [] };
  return { relation, score: scoreOf(agreement), trace: traceOf(where, agreement, relation, since) };
}

type Ground = Where | 'receipt';

/** So many pieces of what stands at a place are its whole name: "煤矸石堆", of which "酒吧" is one. */
const ONE_THING = 2;

function kindOf(
  recent: RepeatSketch,
  earlier: RepeatSketch,
  agreement: Agreement,
  { daysAgo, ended }: EarlierCase,
  where: Ground,
  { limits }: RepeatRules,
): Relation {
  const { subjects, origins, likeness, contained, areBrief, places, sites, ofMatter, objects } = agreement;
  // Where the lexicon finds no sign in either, only the wording can tell.
  const unsaid = where !== 'way' && recent.signs.length + earlier.signs.length === 0;
  const isToldByOne = (recent.signs.length === 0) !== (earlier.signs.length === 0);
  // "柏树湾村炼焦窑" names the place and the source, and says no more: it may mean whatever the other says of them.
  const isSaidByOther =
    (unsaid || isToldByOne) &&
    (contained >= limits.containedWording || ((isToldByOne || areBrief) && nameOneObject(agreement, limits))) &&
    !apart(recent.origins, earlier.origins);
  const isOneThing = objects >= ONE_THING && origins > 0 && daysAgo <= limits.sameThingWithinDays;
  const copied = isSaidByOther || likeness >= (unsaid ? limits.similarWording : limits.sameWording);
  const sameSubject = where === 'receipt' || copied || isOneThing || subjects >= limits.sameSubjects;
  const retold = earlier.handling >= limits.handling && likeness >= limits.sameWording;
  const handling = where === 'receipt' ? 1 : limits.handling;
  const isOneSource = origins > 0 && likeness >= limits.anyWording;
  const isOfIt =
    sameSubject ||
    (ofMatter > 0 && (sites > 0 || isOneSource || isToldByOne || (unsaid && likeness >= limits.anyWording)));
  if (recent.handling >= handling && !retold) return isOfIt ? 'about-handling' : 'unrelated';
  const isOfOthers = recent.signs.length > 0 && earlier.signs.length > 0;
  if (
    where === 'way' &&
    subjects === 0 &&
    !isSaidByOther &&
    likeness < limits[isOfOthers ? 'copiedWording' : 'sameWording']
  )
    return 'unrelated';
  const isNamedTwice = sites > 1 || (sites > 0 && places > 0);
  // Within a month, a few words that name source and place mean what is known of them, unless they say another thing.
  const isMeant = isNamedTwice && areBrief && !isOfOthers && daysAgo <= limits.sameThingWithinDays;
  if (!sameSubject && !isMeant) return isNamedTwice ? 'same-source' : 'unrelated';
  return ended || daysAgo > limits.joinWithinDays ? 'same-source' : 'same-matter';
}

function scoreOf({ places, sites, ways, subjects, likeness }: Agreement): number {
  const place = Math.min(1, (places + sites) / 2 + ways / 4);
  return Math.round((0.4 * place + 0.3 * subjects + 0.3 * likeness) * 100) / 100;
}

const WHERE: Record<Ground, string> = {
  receipt: '来件写明此前件的登记编号',
  place: '地点一致（小区、村或门牌）',
  site: '被投诉单位名称一致',
  object: '同一地点，所指对象一致',
  way: '道路或镇街一致，且用语相近',
  wording: '均未写明地点，用语几乎相同',
};

const WHY: Record<Exclude<Relation, 'unrelated'>, string> = {
  'same-matter': '建议并案',
  'about-handling': '反映此前件的办理情况，不并案，转上级关注',
  'same-source': '同一对象，关联备查',
};

function traceOf(
  where: Ground,
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
