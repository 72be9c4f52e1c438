import * as z from 'zod';
import { workCalendarOf } from '../../domain/calendar/working-days.ts';
import { whenReadable } from './readable.ts';

const Days = z.array(z.iso.date());

/** config/calendar.json. The years must follow one another, so that what is covered is one stretch. */
const fields = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  years: z.record(z.string().regex(/^\d{4}$/), z.strictObject({ holidays: Days, makeUpDays: Days })),
});

export const CalendarFile = fields
  .refine(({ years }) => inARow(Object.keys(years).map(Number)), {
    path: ['years'],
    error: 'years must follow one another',
    when: whenReadable(fields.shape, 'years'),
  })
  .transform(({ years }) => workCalendarOf(years));

function inARow(years: number[]): boolean {
  const sorted = years.toSorted((a, b) => a - b);
  return sorted.length > 0 && sorted.every((year, index) => year === sorted[0]! + index);
}
