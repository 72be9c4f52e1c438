import type { Found } from '../text/terms.ts';
import type { IncidentKind } from './classification.ts';
import { cryIn } from './cry.ts';
import { becauseIn, type GramWeights, logitIn } from './gram-weights.ts';
import type { IncidentPart, IncidentTerm } from './lexicon.ts';
import type { Model } from './model.ts';
import { CHILDREN, COLLECTIVE, COUNTED, CROWD, MANY, SEVERAL_PEOPLE, SOMEBODY, WHOLE_TOWN } from './people.ts';
import { isAllSlight, isSlightIn } from './small-spill.ts';
import { happeningIn, isCalm } from './telling.ts';

/** 突发环境事件 that a text tells as happening. */
export interface Incident {
  readonly kind: IncidentKind;
  /** For people. */
  readonly reason: string;
  /** The terms that told it. */
  readonly because: readonly string[];
  /** Signs that it stands for, though nobody named one: a burst acid tank is air or water before anyone smells it. */
  readonly signs: readonly string[];
  /** Whether no rule told it, only its words taken together: then other signs say better what it is about. */
  readonly isSum?: true;
}

interface IncidentRule {
  readonly reason: string;
  readonly what: IncidentPart;
  /** Of each group one must be named near it. */
  readonly near: readonly (readonly IncidentPart[])[];
  /** How many characters on either side are near; 60 if not given. */
  readonly reach?: number;
  /** What must be said of people beside it. */
  readonly people?: RegExp;
}

/** An event that is told as happening, with the terms that are near it. */
interface Event {
  readonly term: Found<IncidentTerm>;
  readonly around: readonly Found<IncidentTerm>[];
}

const SUBSTANCES = ['gas', 'liquid', 'tank'] as const;
const EXPOSURE = ['fumes', 'gas', 'liquid', 'tailings', 'drinking-water'] as const;

/**
 * What makes an emergency, as the order on reporting emergencies has it (provision `emergency-times`): what happened
 * together with what it happened to. Tested before any weighing, for who reports an accident names no pollution. The
 * first rule that fits gives the reason.
 */
const RULES: readonly IncidentRule[] = [
  { reason: '危险物质泄漏', what: 'release', near: [[...SUBSTANCES, 'plant']] },
  { reason: '设施破裂', what: 'breakage', near: [SUBSTANCES], reach: 25 },
  { reason: '危险物质外流', what: 'outflow', near: [SUBSTANCES], reach: 25 },
  { reason: '尾矿、废液设施垮塌', what: 'collapse', near: [['tailings']], reach: 25 },
  { reason: '危险货物运输事故', what: 'crash', near: [SUBSTANCES] },
  { reason: '爆炸', what: 'blast', near: [[...SUBSTANCES, 'plant', 'fumes', 'tailings']] },
  { reason: '火灾', what: 'fire', near: [[...SUBSTANCES, 'plant']], reach: 25 },
  {
    reason: '饮用水源受威胁',
    what: 'dumping',
    near: [['liquid', 'tank', 'discoloured', 'gas', 'fumes'], ['drinking-water']],
    reach: 30,
  },
  { reason: '危险物质被倾倒', what: 'dumping', near: [['marked'], ['open-water']], reach: 30 },
  { reason: '饮用水异常', what: 'drinking-water', near: [['fumes', 'liquid', 'discoloured'], ['now']], reach: 30 },
  {
    reason: '饮用水异常',
    what: 'drinking-water',
    near: [['fumes', 'liquid']],
    reach: 15,
    people: SEVERAL_PEOPLE,
  },
  {
    reason: '饮用水异常',
    what: 'drinking-water',
    near: [['discoloured', 'liquid', 'fumes']],
    reach: 30,
    people: WHOLE_TOWN,
  },
  {
    reason: '饮用水源受威胁',
    what: 'outflow',
    near: [['liquid', 'discoloured', 'tailings'], ['drinking-water'], ['now']],
  },
  { reason: '设施破裂', what: 'breakage', near: [['tailings'], ['drinking-water', 'open-water'], ['now']] },
  { reason: '放射源失控', what: 'radioactive', near: [['loss']] },
  { reason: '鱼类死亡', what: 'dead-fish', near: [['open-water', 'discoloured', 'liquid', 'plant']] },
  { reason: '鱼类死亡', what: 'some-dead-fish', near: [['open-water', 'discoloured'], ['now']], reach: 30 },
  { reason: '鱼类死亡', what: 'some-dead-fish', near: [['open-water'], ['liquid']], reach: 40 },
  { reason: '鱼类死亡', what: 'afloat', near: [['fish'], ['now']], reach: 12 },
  { reason: '鱼类死亡', what: 'afloat', near: [['fish'], ['open-water', 'discoloured']], reach: 12 },
  { reason: '多人身体不适', what: 'acute', near: [EXPOSURE], people: SEVERAL_PEOPLE },
  { reason: '多人身体不适', what: 'acute', near: [['plant'], ['now']], people: COUNTED },
  { reason: '多人身体不适', what: 'acute', near: [SUBSTANCES], people: COLLECTIVE },
  { reason: '多人身体不适', what: 'acute', near: [EXPOSURE, ['now']], people: SOMEBODY },
  { reason: '多人身体不适', what: 'mild', near: [EXPOSURE], people: COUNTED },
  { reason: '多人身体不适', what: 'mild', near: [EXPOSURE, ['now']], people: MANY },
  { reason: '多人身体不适', what: 'mild', near: [['plant'], ['now']], people: CROWD },
  { reason: '血铅等超标', what: 'blood-lead', near: [], people: CHILDREN },
  { reason: '人员紧急撤离', what: 'flight', near: [['fumes', ...SUBSTANCES, 'plant', 'tailings']] },
];

/** What happened that is no accident. */
const KINDS: { readonly [Part in IncidentPart]?: IncidentKind } = {
  ...{ dumping: 'drinking-water', 'drinking-water': 'drinking-water', radioactive: 'radiation' },
  ...{
    'dead-fish': 'fish-kill',
    'some-dead-fish': 'fish-kill',
    afloat: 'fish-kill',
    acute: 'illness',
    mild: 'illness',
    'blood-lead': 'illness',
  },
};

const REACH = 60;
const PEOPLE_REACH = 25;
/** Terms looked at on either side, and events looked at in one text: enough for any letter, and no text costs more. */
const MOST_NEIGHBOURS = 30;
const MOST_EVENTS = 200;

/**
 * The incident that a text tells as happening; none where it fears, remembers, imagines or denies one. Where no rule finds
 * one in a short text, it may be a mere cry (`cryIn`), or its words may tell of one by the weights of the model, unless it says itself that nothing happens
 * (`isCalm`).
 */
export function incidentIn(
  text: string,
  found: readonly Found<IncidentTerm>[],
  model?: Pick<Model, 'incident'>,
): Incident | undefined {
  const events = happeningIn(found, text)
    .slice(0, MOST_EVENTS)
    .map((at) => ({ term: found[at]!, around: neighboursOf(found, at) }));
  for (const rule of RULES) {
    for (const event of events) {
      const because = partsOf(event.term).has(rule.what) && becauseOf(rule, event, text);
      if (because)
        return { kind: KINDS[rule.what] ?? 'accident', reason: rule.reason, because, signs: signsOf(event.around) };
    }
  }
  const cried = cryIn(text, found);
  if (cried) return { kind: 'accident', reason: '危险物质呼救', because: cried, signs: signsOf(found) };
  return model?.incident && text.length <= model.incident.longest
    ? toldByWords(text, model.incident, found)
    : undefined;
}

function toldByWords(text: string, weights: GramWeights, found: readonly Found<IncidentTerm>[]): Incident | undefined {
  if (logitIn(text, weights) <= 0 || isCalm(found, text) || isAllSlight(found)) return undefined;
  const because = becauseIn(text, weights);
  return { kind: 'accident', reason: '多项迹象合看', because, signs: signsOf(found), isSum: true };
}

function partsOf({ value }: Found<IncidentTerm>): ReadonlySet<IncidentPart> {
  return value.parts;
}

function becauseOf(
  { what, people, near, reach = REACH }: IncidentRule,
  { term, around }: Event,
  text: string,
): readonly string[] | undefined {
  if (what === 'outflow' && isLetOut(term, text)) return undefined;
  if (people && !people.test(text.slice(Math.max(0, term.start - PEOPLE_REACH), term.end + PEOPLE_REACH)))
    return undefined;
  const beside = around.filter((one) => isWithin(reach, one, term));
  const isSlight = isSlightIn(what, beside);
  const told = [term];
  for (const group of near) {
    const partner = beside.find((one) => !isSlight(one) && group.some((part) => partsOf(one).has(part)));
    if (!partner && !(group.includes('now') && isDone(term, text))) return undefined;
    told.push(partner ?? term);
  }
  return told.map(({ value }) => value.term);
}

/** "从暗管往塘里放绿水": somebody lets it out, every night; it is no accident. */
const LET_OUT = /^[偷直悄乱]?[排放倒](?!出来)/;
const isLetOut = ({ start, end }: Found<IncidentTerm>, text: string): boolean =>
  /[往朝向]/.test(text[start]!) && LET_OUT.test(text.slice(end, end + 2));

/** "有人已经晕倒": as good as 刚才. */
const DONE = /已经?[有被给都人]{0,3}$/;
const NEAR_DONE = 6;
const isDone = ({ start }: Found<IncidentTerm>, text: string): boolean =>
  DONE.test(text.slice(Math.max(0, start - NEAR_DONE), start));

const isWithin = (reach: number, one: Found<IncidentTerm>, { start, end }: Found<IncidentTerm>): boolean =>
  one.end >= start - reach && one.start <= end + reach;

const neighboursOf = (found: readonly Found<IncidentTerm>[], at: number): Found<IncidentTerm>[] =>
  found
    .slice(Math.max(0, at - MOST_NEIGHBOURS), at + MOST_NEIGHBOURS)
    .filter((one) => isWithin(REACH, one, found[at]!));

/** Air and water, by what is named; air where neither is. */
function signsOf(found: readonly Found<IncidentTerm>[]): string[] {
  const named = new Set(found.flatMap((one) => [...partsOf(one)]));
  const has = (...parts: IncidentPart[]): boolean => parts.some((part) => named.has(part));
  const air = has('gas', 'fire', 'blast', 'fumes');
  const water = has('open-water', 'drinking-water', 'dead-fish') && (has('liquid', 'outflow', 'tailings') || !air);
  const spilt = !air && !water && has('liquid');
  return [...(water || spilt ? ['water-body'] : []), ...(air || !(water || spilt) ? ['industrial-gas'] : [])];
}
