import * as z from 'zod';
import type { WorkCalendar } from '../../domain/calendar/working-days.ts';

const Days = z.array(z.iso.date());

/** config/calendar.json. The years must follow one another, so that what is covered is one stretch. */
export const CalendarFile = z
  .object({
    note: z.string(),
    years: z.record(z.string().regex(/^\d{4}$/), z.object({ holidays: Days, makeUpDays: Days })),
  })
  .refine(({ years }) => inARow(Object.keys(years).map(Number)), {
    path: ['years'],
    error: 'years must follow one another',
  })
  .transform(({ years }): WorkCalendar => {
    const names = Object.keys(years).sort();
    return {
      from: `${names[0]}-01-01`,
      to: `${names.at(-1)}-12-31`,
      holidays: new Set(Object.values(years).flatMap((year) => year.holidays)),
      makeUpDays: new Set(Object.values(years).flatMap((year) => year.makeUpDays)),
    };
  });

function inARow(years: number[]): boolean {
  const sorted = years.toSorted((a, b) => a - b);
  return sorted.length > 0 && sorted.every((year, index) => year === sorted[0]! + index);
}
