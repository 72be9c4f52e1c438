import { addDays, dayOf, type Instant, instantAt, timeOf } from '../../domain/calendar/day.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { Shift } from '../../domain/organs.ts';
import { dayAtStart, timeTyped } from '../shared/desk/read-typed.ts';

const BETWEEN = /\s*(?:至|到|~|～|—+|–|--)\s*/u;

/** 值班时间 as lines that can be typed again, Beijing time. */
export const shiftLines = (shifts: readonly Shift[]): string =>
  shifts.map(({ from, to }) => `${written(from)} 至 ${written(to)}`).join('\n');

const written = (instant: Instant): string => `${dayOf(instant)} ${timeOf(instant)}`;

/** "10月1日08:00至10月2日08:00". */
export const shiftText = ({ from, to }: Shift): string => `${moment(from)}至${moment(to)}`;

/**
 * The shifts that lines name: "2026-10-01 08:00 至 2026-10-02 08:00"; a day without times is that day from its first
 * minute to its last. The line that names none, where there is one.
 */
export function shiftsTyped(typed: string): readonly Shift[] | { readonly unread: string } {
  const shifts: Shift[] = [];
  for (const line of typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [first = '', last = first, more] = line.split(BETWEEN);
    const [from, to] = [startOf(first), endOf(last)];
    if (from === undefined || to === undefined || more !== undefined) return { unread: line };
    shifts.push({ from, to });
  }
  return shifts.toSorted((one, other) => one.from.localeCompare(other.from));
}

function startOf(typed: string): Instant | undefined {
  const found = dayAtStart(typed);
  return found && instantOf(found.day, found.rest === '' ? '00:00' : timeTyped(found.rest));
}

function endOf(typed: string): Instant | undefined {
  const found = dayAtStart(typed);
  if (!found) return undefined;
  const isWhole = found.rest === '' || timeTyped(found.rest) === '24:00';
  return isWhole ? nextDay(found.day) : instantOf(found.day, timeTyped(found.rest));
}

const nextDay = (day: string): Instant | undefined => instantOf(day, '00:00') && instantAt(addDays(day, 1), '00:00');

/** Undefined for what is no day or no time. */
function instantOf(day: string, time: string): Instant | undefined {
  const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return isTime && isDay ? instantAt(day, time) : undefined;
}
