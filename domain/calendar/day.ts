/** An instant: UTC, ISO 8601 with milliseconds and Z, as stored. Instants of this form sort as text. */
export type Instant = string;

/** A day in Beijing, such as "2026-10-08". */
export type Day = string;

/** A time of day in Beijing, such as "12:00". "24:00" is the end of the day. */
export type ClockTime = string;

// China has kept one zone without summer time since 1992, so every day has 24 hours.
const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day it is in Beijing at that instant. */
export function dayOf(instant: Instant): Day {
  return dayAt(Date.parse(instant));
}

/** The day it is in Beijing just before that instant: midnight ends the day before. */
export function dayEndedBy(instant: Instant): Day {
  return dayAt(Date.parse(instant) - 1);
}

const dayAt = (milliseconds: number): Day => written(new Date(milliseconds + BEIJING_MS));

/** Throws beyond the year 9999: days of five digits neither sort nor can be read again. */
function written(day: Date): Day {
  const text = day.toISOString();
  if (text.length > 24) throw new RangeError('no day beyond the year 9999');
  return text.slice(0, 10);
}

/** The time of day it is in Beijing at that instant, "HH:MM". */
export function timeOf(instant: Instant): ClockTime {
  return new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(11, 16);
}

/** The instant at which the clocks of Beijing show that day and time. */
export function instantAt(day: Day, time: ClockTime): Instant {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return new Date(Date.parse(day) + (hours * 60 + minutes) * 60_000 - BEIJING_MS).toISOString();
}

/** Throws beyond the year 9999. */
export function addDays(day: Day, count: number): Day {
  return written(new Date(Date.parse(day) + count * DAY_MS));
}

/** The same day so many months on, or the last day of that month where it has none. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0));
  return written(new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, last.getUTCDate()))));
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function addHours(instant: Instant, count: number): Instant {
  return new Date(Date.parse(instant) + count * 3_600_000).toISOString();
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  // The first day of all, 1970-01-01, was a Thursday.
  return (((Date.parse(day) / DAY_MS + 4) % 7) + 7) % 7;
}

/** The Monday of its week. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));
