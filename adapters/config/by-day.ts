import type { Day } from '../../domain/calendar/day.ts';

/** What holds on a day, made anew only when the day is another than the last one asked for. */
export function byDay<T>(make: (day: Day) => T): (day: Day) => T {
  let last: { readonly day: Day; readonly made: T } | undefined;
  return (day) => {
    if (last?.day !== day) last = { day, made: make(day) };
    return last.made;
  };
}
