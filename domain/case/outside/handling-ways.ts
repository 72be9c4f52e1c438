import type { Day, Instant } from '../../calendar/day.ts';
import type { Classification, Urgency } from '../../classification/classification.ts';
import type { Clock } from '../../clocks/clock.ts';
import type { Confidence } from '../../law/confidence.ts';
import type { Division } from '../../place/division.ts';
import { type CaseStatus, hasEnded } from '../status.ts';
import { LISTED_WAYS, type WayCode } from './sent-ways.ts';

export interface Bureau {
  readonly name: string;
  readonly seat: string;
  /** First two digits of the provinces it covers; a basin covers most of them only in part. */
  readonly provinces: readonly string[];
  readonly confidence: Confidence;
  readonly needsVerification?: boolean | undefined;
}

/** config/handling-ways.json. */
export interface HandlingWays {
  readonly version: string;
  readonly source: string;
  readonly settings: {
    /** 定期: no text says how often, so each province decides. */
    readonly everyDays: number;
    /** The day of the first lists, from which the others are counted. */
    readonly firstDay: Day;
    /** 零报告: whether a letter says so where there is nothing to send. */
    readonly reportNone: boolean;
    /** Days after which an open case of the bureau's own is listed for enforcement support. */
    readonly supportAfterDays: number;
    /** 长期未能解决: no text says how long. */
    readonly unsolvedAfterDays: number;
  };
  readonly ways: Readonly<
    Record<WayCode, { readonly name: string; readonly basis: string; readonly confidence: Confidence }>
  >;
  readonly matters: Readonly<Record<'business' | 'duty' | 'water', readonly string[]>>;
  readonly regionalBureaus: readonly Bureau[];
  readonly basinBureaus: readonly Bureau[];
}

/** One way that a case should go, beside the others. A suggestion: nothing is sent. */
export interface Way {
  readonly way: WayCode;
  readonly name: string;
  readonly why: string;
  /** The office it would go to, where it is none of the province's own. */
  readonly to?: string | undefined;
  /** Nobody has checked whether that office is the right one: a person must, before anything goes there. */
  readonly needsVerification: boolean;
  /** 定期: how often the list goes out. None where the case goes at once. */
  readonly everyDays?: number | undefined;
}

/** What the ways go by: lists know no more of a case. */
export interface WayFacts {
  readonly status: CaseStatus;
  readonly receivedAt: Instant;
  readonly isInspection: boolean;
  readonly matters: readonly string[];
  readonly competent: boolean;
  readonly urgency: Urgency;
  /** The first deadline among those that were extended and run. */
  readonly extendedTo?: Instant | undefined;
}

interface Handled extends Pick<WayFacts, 'status' | 'receivedAt'> {
  readonly inspection?: unknown;
  readonly classification: Pick<Classification, 'matter' | 'otherMatters' | 'competent' | 'urgency'>;
  readonly clocks: readonly Clock[];
}

export function wayFactsOf(state: Handled): WayFacts {
  const { status, receivedAt, inspection, classification, clocks } = state;
  const { matter, otherMatters = [], competent, urgency } = classification;
  const extended = clocks.flatMap(({ stoppedAt, extended, dueAt }) =>
    extended && stoppedAt === undefined ? [dueAt] : [],
  );
  return {
    ...{ status, receivedAt, isInspection: inspection !== undefined, competent, urgency },
    matters: [matter, ...otherMatters],
    extendedTo: extended.toSorted()[0],
  };
}

/**
 * Which of the six ways a case should go at that moment. Derived whenever somebody looks, so a new setting holds at
 * once.
 */
export function waysFor(state: WayFacts, now: Instant, province: Division, rules: HandlingWays): Way[] {
  const reasons: (readonly [WayCode, string | undefined])[] = [
    ['local', '属地管理、分级负责'],
    ['business', concerns(state, rules.matters.business) ? '涉及审批监管、履职申请或者意见建议' : undefined],
    ['enforcement', supportReason(state, now, rules)],
    ['inspection', unsolvedReason(state, now, rules)],
    ['publicity', publicityReason(state, now, rules)],
  ];
  const own = reasons.flatMap(([way, why]) =>
    why === undefined
      ? []
      : [{ way, name: rules.ways[way].name, why, needsVerification: false, ...period(way, rules) }],
  );
  return [...own, ...regionalWays(state, province, rules)];
}

function regionalWays(state: WayFacts, province: Division, rules: HandlingWays): Way[] {
  const { ways, matters, regionalBureaus, basinBureaus } = rules;
  const here = ({ provinces }: Bureau): boolean => provinces.includes(province.slice(0, 2));
  const to =
    (why: string) =>
    (bureau: Bureau): Way => ({
      way: 'regional',
      name: ways.regional.name,
      why,
      to: bureau.name,
      needsVerification: bureau.needsVerification ?? false,
      ...period('regional', rules),
    });
  const duty = concerns(state, matters.duty) ? regionalBureaus.filter(here) : [];
  const water = concerns(state, matters.water) ? basinBureaus.filter(here) : [];
  return [
    ...duty.map(to('涉及地方党委政府及其部门职责，与属地办理并行')),
    ...water.map(to('涉流域海域水环境，与属地办理并行；管辖范围待核实')),
  ];
}

function period(way: WayCode, { settings }: HandlingWays): Pick<Way, 'everyDays'> {
  return LISTED_WAYS.some((listed) => listed === way) ? { everyDays: settings.everyDays } : {};
}

function concerns({ matters: own }: WayFacts, matters: readonly string[]): boolean {
  return own.some((matter) => matters.includes(matter));
}

function supportReason(state: WayFacts, now: Instant, { settings }: HandlingWays): string | undefined {
  const days = daysOpen(state, now);
  const listed = state.competent && state.status !== 'registered' && days >= settings.supportAfterDays;
  return listed ? `生态环境部门主管，已办理${days}天未办结` : undefined;
}

function unsolvedReason(state: WayFacts, now: Instant, { settings }: HandlingWays): string | undefined {
  if (hasEnded(state)) return undefined;
  const days = daysOpen(state, now);
  if (days >= settings.unsolvedAfterDays) return `登记${days}天未办结`;
  const isLate = state.extendedTo !== undefined && state.extendedTo <= now;
  return isLate ? '延期后仍超期未办结' : undefined;
}

function publicityReason(state: WayFacts, now: Instant, rules: HandlingWays): string | undefined {
  if (unsolvedReason(state, now, rules)) return '久拖不结，可公开曝光';
  const closed = state.status === 'closed';
  if (closed && state.isInspection) return '督察交办件已办结，办理情况应当公开';
  return closed && state.urgency !== 'normal' ? '已办结，可作典型案例宣传' : undefined;
}

/** 0 once the case has ended. */
function daysOpen(state: WayFacts, now: Instant): number {
  return hasEnded(state) ? 0 : Math.floor((Date.parse(now) - Date.parse(state.receivedAt)) / DAY_MS);
}

const DAY_MS = 86_400_000;
