import { type ClockTime, type Day, dayOf, type Instant } from '../calendar/day.ts';
import type { Classification, PollutionType } from './classification.ts';

/** 重点时段 of a province: exam season, a session of congress. */
export interface Occasion {
  readonly name: string;
  /** First and last day, both included, Asia/Shanghai: "06-07" each year, or "2027-03-03" once. */
  readonly from: string;
  readonly to: string;
  /** The types that are urgent then; all if none is named. */
  readonly types?: readonly PollutionType[] | undefined;
  /** Whether the duty desk is told of each at once. */
  readonly tellsDutyDesk: boolean;
  /** 每日报告（零报告）: at that time of each of its days the head of the province is told what came, also where nothing did. */
  readonly dailyReport?: ClockTime | undefined;
  readonly basis: string;
  readonly confidence: 'A' | 'B' | 'C' | 'S' | 'K';
  readonly needsVerification?: boolean | undefined;
}

/**
 * The classification as it stands on the day the complaint came: never less urgent than by its words. Not for what is
 * not environmental.
 */
export function onOccasion(
  classification: Classification,
  receivedAt: Instant,
  occasions: readonly Occasion[],
): Classification {
  const day = dayOf(receivedAt);
  const now = occasions.filter((occasion) => covers(occasion, day) && concerns(occasion, classification));
  if (now.length === 0) return classification;
  const tells = now.some(({ tellsDutyDesk }) => tellsDutyDesk);
  return {
    ...classification,
    urgency: classification.urgency === 'emergency' ? 'emergency' : 'urgent',
    ...(tells && { alerts: [...(classification.alerts ?? []), 'watched-time' as const] }),
    trace: [...classification.trace, ...now.map(({ name, from, to }) => `紧急程度：${name}（${from}至${to}）`)],
  };
}

/** Whether that day is one of it. */
export function covers({ from, to }: Occasion, day: Day): boolean {
  const today = from.length === day.length ? day : day.slice('2027-'.length);
  return from <= today && today <= to;
}

function concerns({ types }: Occasion, { types: found }: Classification): boolean {
  return found.length > 0 && (!types || types.some((type) => found.includes(type)));
}
