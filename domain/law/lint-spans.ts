import { addDays, type Day } from '../calendar/day.ts';
import { isOn, type Span } from './statutes.ts';

/**
 * What is wrong with spans of which one must hold on every day from `today` on: two that hold on one day, or a day,
 * today or after a span, on which none does.
 */
export function faultsOfSpans(spans: readonly Span[], today: Day): string[] {
  const starts = spans.flatMap(({ from }) => from ?? []);
  const ends = spans.flatMap(({ until }) => until ?? []);
  const days = [today, ...starts, ...ends, ...ends.map((end) => addDays(end, 1)).filter((day) => day >= today)];
  const on = (day: Day): number => spans.filter((span) => isOn(span, day)).length;
  const backwards = spans.filter(({ from = '', until = '9999' }) => from > until);
  const crowded = days.toSorted().find((day) => on(day) > 1);
  const empty = days.toSorted().find((day) => day >= today && on(day) === 0);
  return [
    ...backwards.map(({ from, until }) => `a span ends on ${until}, before it begins on ${from}`),
    ...(crowded ? [`two spans hold on ${crowded}`] : []),
    ...(empty ? [`nothing is in force on ${empty}`] : []),
  ];
}
