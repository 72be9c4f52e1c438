import {
  addDays,
  addHours,
  type ClockTime,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  mondayOf,
} from '../../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../../calendar/working-days.ts';
import type { Digest } from '../../digests.ts';

/** 定期汇总: the digests that are told of a time that is over. */
export const SUMMARIES = ['overdue', 'undelivered', 'weekly', 'monthly'] as const satisfies readonly Digest[];
export type Summary = (typeof SUMMARIES)[number];

/** One time at which a digest is told. */
export interface SummaryTerm {
  readonly summary: Summary;
  /** The Monday, the first of the month, or any day, whether it is worked or not. */
  readonly day: Day;
  /** When it is deferred: on that day, or the next that is worked, in time for the morning list. */
  readonly at: Instant;
  /** The days that it tells of, the last one not included. */
  readonly from: Day;
  readonly until: Day;
}

/** Which days are worked, and when their lists go out. */
export interface Mornings {
  readonly calendar: WorkCalendar;
  readonly lists: readonly ClockTime[];
}

/** So long before the first list. */
const AHEAD_HOURS = 0.25;

/** The term that begins with that day; undefined for a day with which none begins. */
export function termOn(summary: Summary, day: Day, mornings: Mornings): SummaryTerm | undefined {
  if (dayBy(summary, day) !== day) return undefined;
  const at = comesAt(day, mornings);
  let from = dayBefore(summary, day);
  // Two Mondays of one long holiday are told of in one letter.
  while (comesAt(from, mornings) === at) from = dayBefore(summary, from);
  return { summary, day, at, from, until: day };
}

const comesAt = (day: Day, { calendar, lists }: Mornings): Instant =>
  addHours(instantAt(nearestWorkingDay(day, 'later', calendar), lists[0]!), -AHEAD_HOURS);

/** The last that has come by then. */
export function lastTerm(summary: Summary, now: Instant, mornings: Mornings): SummaryTerm {
  const latest = termOn(summary, dayBy(summary, dayOf(now)), mornings)!;
  return latest.at <= now ? latest : termOn(summary, latest.from, mornings)!;
}

/** When the one after that comes. */
export function nextTermAt(summary: Summary, now: Instant, mornings: Mornings): Instant {
  const { day } = lastTerm(summary, now, mornings);
  return termOn(summary, dayBy(summary, addDays(day, LONGEST_DAYS[summary])), mornings)!.at;
}

const LONGEST_DAYS: Readonly<Record<Summary, number>> = { undelivered: 1, overdue: 7, weekly: 7, monthly: 31 };

/** The day with which the last term began, by the calendar alone. */
function dayBy(summary: Summary, day: Day): Day {
  if (summary === 'undelivered') return day;
  return summary === 'monthly' ? `${day.slice(0, 7)}-01` : mondayOf(day);
}

const dayBefore = (summary: Summary, day: Day): Day => dayBy(summary, addDays(day, -1));
