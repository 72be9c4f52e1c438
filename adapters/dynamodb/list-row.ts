import * as z from 'zod';
import { CaseSchema } from '../../domain/case/case-schema.ts';
import { ClassificationSchema } from '../../domain/classification/classification.ts';
import { factsOfPlace } from '../../domain/lists/listing.ts';
import { type Row, rowFrom } from '../../domain/lists/row.ts';

/** Attributes of a case that each list holds with it: lib/case-table.ts projects them. */
export const LISTED = [
  ...['status', 'channel', 'flags', 'classification', 'place', 'order', 'inspection', 'accused', 'officers', 'news'],
  ...['ledBy', 'leadNow', 'awaitedOf', 'waitsFor', 'extendedTo'],
] as const;

const Source = CaseSchema.pick({
  ...{ status: true, channel: true, flags: true, place: true, order: true, inspection: true },
  ...{ accused: true, officers: true, news: true },
}).extend({
  classification: ClassificationSchema.pick({
    ...{ types: true, matter: true, otherMatters: true, competent: true, urgency: true },
  }),
});

const Listed = z.object({
  listedAt: z.string(),
  ledBy: z.string(),
  /** The lead, where the item is the entry of an organ that assists. */
  leadNow: z.string().optional(),
  awaitedOf: z.string().optional(),
  waitsFor: z.string().optional(),
  extendedTo: z.string().optional(),
});

/** The row of a case, out of what a list holds of it. */
export function rowOf(item: unknown): Row {
  const {
    listedAt,
    ledBy,
    leadNow = ledBy,
    awaitedOf = leadNow,
    waitsFor = awaitedOf,
    extendedTo,
  } = Listed.parse(item);
  return rowFrom(Source.parse(item), { ...factsOfPlace(listedAt), lead: leadNow, waitsFor, extendedTo });
}
