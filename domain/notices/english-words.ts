import { type Day, dayOf, type Instant, timeOf } from '../calendar/day.ts';
import { lastDayOf } from '../clocks/deadline.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "14 October 2026". */
export function englishDate(day: Day): string {
  const [year, month = 1, dayOfMonth] = day.split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** "14 October 2026, 09:00", in Beijing. */
export const englishMoment = (at: Instant): string => `${englishDate(dayOf(at))}, ${timeOf(at)}`;

/** "the end of 14 October 2026" where a day ends, else as `englishMoment`. */
export const englishDeadline = (dueAt: Instant): string =>
  timeOf(dueAt) === '00:00' ? `the end of ${englishDate(lastDayOf(dueAt))}` : englishMoment(dueAt);
