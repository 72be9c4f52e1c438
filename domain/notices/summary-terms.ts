import { addDays, type Day, dayOf, type Instant, instantAt, mondayOf } from '../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../calendar/working-days.ts';
import type { Digest } from '../digests.ts';

/** 定期汇总: the digests that are told of a time that is over. */
export const SUMMARIES = ['overdue', 'weekly', 'monthly'] as const satisfies readonly Digest[];
export type Summary = (typeof SUMMARIES)[number];

/** One time at which a digest is told. */
export interface SummaryTerm {
  readonly summary: Summary;
  /** The Monday, or the first of the month, whether it is worked or not. */
  readonly day: Day;
  /** When it is put by: on that day, or the next that is worked, in time for the morning list. */
  readonly at: Instant;
  /** The days that it tells of, the last one not included. */
  readonly from: Day;
  readonly until: Day;
}

const AT = '08:15';

/** The term that begins with that day; undefined for a day with which none begins. */
export function termOn(summary: Summary, day: Day, calendar: WorkCalendar): SummaryTerm | undefined {
  if (dayBy(summary, day) !== day) return undefined;
  const at = comesAt(day, calendar);
  let from = dayBefore(summary, day);
  // Two Mondays of one long holiday are told of in one letter.
  while (comesAt(from, calendar) === at) from = dayBefore(summary, from);
  return { summary, day, at, from, until: day };
}

const comesAt = (day: Day, calendar: WorkCalendar): Instant => instantAt(nearestWorkingDay(day, 'later', calendar), AT);

/** The last that has come by then. */
export function lastTerm(summary: Summary, now: Instant, calendar: WorkCalendar): SummaryTerm {
  const latest = termOn(summary, dayBy(summary, dayOf(now)), calendar)!;
  return latest.at <= now ? latest : termOn(summary, latest.from, calendar)!;
}

/** When the one after that comes. */
export function nextTermAt(summary: Summary, now: Instant, calendar: WorkCalendar): Instant {
  const { day } = lastTerm(summary, now, calendar);
  return termOn(summary, dayBy(summary, addDays(day, summary === 'monthly' ? 31 : 7)), calendar)!.at;
}

/** The day with which the last term began, by the calendar alone. */
const dayBy = (summary: Summary, day: Day): Day => (summary === 'monthly' ? `${day.slice(0, 7)}-01` : mondayOf(day));

const dayBefore = (summary: Summary, day: Day): Day =>
  summary === 'monthly' ? dayBy(summary, addDays(day, -1)) : addDays(day, -7);
