import * as z from 'zod';
import { workCalendarOf } from '../../domain/calendar/working-days.ts';

const Days = z.array(z.iso.date());

/** config/calendar.json. The years must follow one another, so that what is covered is one stretch. */
export const CalendarFile = z
  .strictObject({
    note: z.string(),
    years: z.record(z.string().regex(/^\d{4}$/), z.strictObject({ holidays: Days, makeUpDays: Days })),
  })
  .refine(({ years }) => inARow(Object.keys(years).map(Number)), {
    path: ['years'],
    error: 'years must follow one another',
  })
  .transform(({ years }) => workCalendarOf(years));

function inARow(years: number[]): boolean {
  const sorted = years.toSorted((a, b) => a - b);
  return sorted.length > 0 && sorted.every((year, index) => year === sorted[0]! + index);
}
