import * as z from 'zod';
import { DEEDS } from '../../domain/partners/deeds.ts';
import { ORDER_FIELDS, type OrderField, type PartnerFormat } from '../../domain/partners/format.ts';
import { LIMIT_UNITS } from '../../domain/partners/written-limit.ts';
import { isTimePattern } from '../../domain/partners/written-time.ts';

const text = z.string().trim().min(1);
const names = z.array(text).min(1);

const source = z.strictObject({
  from: names,
  label: text.optional(),
  codes: text.optional(),
  unit: z.enum(LIMIT_UNITS).optional(),
  written: z.array(z.string().refine(isTimePattern, 'must name yyyy, MM and dd')).min(1).optional(),
});

const fields = z.strictObject({
  title: text,
  note: text,
  coordinates: z.enum(['WGS-84', 'GCJ-02']),
  zone: z.string().regex(/^[+-]\d{2}:\d{2}$/, 'must be an offset such as +08:00'),
  blank: z.array(text),
  deed: z.strictObject({ from: names, values: z.record(text, z.enum(DEEDS)), otherwise: z.enum(DEEDS) }),
  fields: z.partialRecord(z.enum(ORDER_FIELDS), z.array(source).min(1)),
  required: z.array(z.enum(ORDER_FIELDS)),
  codes: z.record(
    text,
    z.strictObject({ unknown: z.enum(['refuse', 'leave-out', 'keep']), values: z.record(text, text) }),
  ),
});

/** config/partners/<name>.json: how one kind of partner writes its orders. */
export const partnerFormatSchema: z.ZodType<PartnerFormat> = fields.superRefine((format, context) => {
  const fault = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  for (const field of new Set<OrderField>(['externalId', 'text', ...format.required]))
    if (!format.fields[field]) fault(['fields'], `must say where ${field} is`);
  for (const [field, sources] of Object.entries(format.fields))
    for (const [index, { codes }] of sources.entries())
      if (codes && !format.codes[codes]) fault(['fields', field, index, 'codes'], `"${codes}" is no table in codes`);
  for (const { codes = '' } of format.fields.division ?? [])
    for (const [theirs, ours] of Object.entries(format.codes[codes]?.values ?? {}))
      if (!/^\d{6}$/.test(ours)) fault(['codes', codes, 'values', theirs], 'must be a six-digit division');
  const { followUpId, timestamp } = format.fields;
  const follows = [format.deed.otherwise, ...Object.values(format.deed.values)].some((deed) => deed !== 'submit');
  if (follows && !followUpId && !timestamp)
    fault(['fields'], 'must tell one follow-up from the next: followUpId or timestamp');
});
