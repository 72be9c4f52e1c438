import { addDays, type ClockTime, type Day, dayOf, daysBetween, type Instant, instantAt } from '../../calendar/day.ts';
import { nearestWorkingDay, type WorkCalendar } from '../../calendar/working-days.ts';
import type { HandlingWays } from '../../case/outside/handling-ways.ts';

/** 一期: one time at which lists are to be sent. */
export interface Term {
  /** As it is counted from the first day, be it a working day or not. */
  readonly day: Day;
  /** When it comes: on that day, or the next working day. */
  readonly at: Instant;
  /** When the one before it came, or would have. */
  readonly since: Instant;
}

export interface ListTerms {
  /** The last that has come by then; none before the first. */
  lastBy(now: Instant): Term | undefined;
  /** The first that comes after that. */
  nextAfter(now: Instant): Term;
  /** The one that is counted to that day, if there is one. */
  on(day: Day): Term | undefined;
}

/** The terms of a province, at that time of the day in Beijing. */
export function listTerms(
  { firstDay, everyDays }: Pick<HandlingWays['settings'], 'firstDay' | 'everyDays'>,
  time: ClockTime,
  calendar: WorkCalendar,
): ListTerms {
  const comesAt = (day: Day) => instantAt(nearestWorkingDay(day, 'later', calendar), time);
  const termOf = (number: number): Term => {
    const day = addDays(firstDay, number * everyDays);
    return { day, at: comesAt(day), since: comesAt(addDays(day, -everyDays)) };
  };
  const numberBy = (now: Instant): number => {
    let number = Math.floor(daysBetween(firstDay, dayOf(now)) / everyDays);
    while (number >= 0 && termOf(number).at > now) number -= 1;
    return Math.max(number, -1);
  };
  return {
    lastBy: (now) => (numberBy(now) < 0 ? undefined : termOf(numberBy(now))),
    nextAfter: (now) => termOf(numberBy(now) + 1),
    on: (day) => {
      const number = daysBetween(firstDay, day) / everyDays;
      return Number.isInteger(number) && number >= 0 ? termOf(number) : undefined;
    },
  };
}
