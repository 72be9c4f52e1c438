import * as z from 'zod';
import { LISTED_PARTS } from '../../../domain/case/listed-schema.ts';
import { ClassificationSchema } from '../../../domain/classification/classification.ts';
import { factsOfPlace } from '../../../domain/lists/listing.ts';
import { type Row, rowFrom } from '../../../domain/lists/row.ts';
import { InstantSchema, stored } from '../../../domain/stored.ts';

/** Attributes of a case that each list holds with it: lib/stores/case-table.ts projects them. */
export const LISTED = [
  ...['status', 'channel', 'flags', 'classification', 'place', 'order', 'inspection', 'accused', 'officers', 'news'],
  ...['waysSent', 'receivedAt', 'led', 'leadNow', 'awaited', 'waitsFor', 'extendedTo'],
] as const;

const Source = stored({
  ...LISTED_PARTS,
  classification: ClassificationSchema.pick({
    ...{ types: true, matter: true, otherMatters: true, competent: true, urgency: true },
  }),
});

const Listed = z.object({
  listedAt: z.string(),
  receivedAt: InstantSchema,
  led: z.string().optional(),
  /** Of the entry of an organ that assists, which is in no list but that one's. */
  leadNow: z.string().optional(),
  awaited: z.string().optional(),
  waitsFor: z.string().optional(),
  extendedTo: z.string().optional(),
});

/** The row of a case, out of what a list holds of it. */
export function rowOf(item: unknown): Row {
  const { listedAt, receivedAt, led = '', leadNow: lead = led, awaited, waitsFor, extendedTo } = Listed.parse(item);
  const derived = { receivedAt, lead, waitsFor: waitsFor ?? awaited ?? lead, extendedTo };
  return rowFrom(Source.parse(item), { ...factsOfPlace(listedAt), ...derived });
}
