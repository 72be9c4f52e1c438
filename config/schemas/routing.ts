import * as z from 'zod';
import { POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import { ClockTimeSchema } from '../../domain/clocks/clock-rule.ts';
import { CHANNELS } from '../../domain/complaint.ts';
import { ORGAN_LEVELS } from '../../domain/organs.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { confidence, isMarked, UNMARKED } from './confidence.ts';
import { whenReadable } from './readable.ts';
import { span } from './statutes.ts';

const day = z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'must be a day such as 06-07, or 2027-03-03 for one year');

const occasionFields = z.strictObject({
  name: z.string().min(1),
  from: day,
  to: day,
  types: z.array(z.enum(POLLUTION_TYPES)).min(1).optional(),
  tellsDutyDesk: z.boolean(),
  dailyReport: ClockTimeSchema.optional(),
  basis: z.string().min(1),
  confidence,
  needsVerification: z.boolean().optional(),
});

const occasion = occasionFields
  .refine(({ from, to }) => from.length === to.length && from <= to, {
    path: ['to'],
    error: 'must be written like from, and not lie before it: split a time that crosses the new year',
    when: whenReadable(occasionFields.shape, 'from', 'to'),
  })
  .refine(isMarked, UNMARKED);

const division = z.string().regex(/^\d{6}$/, 'six digits');

/** One rule, as it stands in the list. */
export const ruleSchema = z
  .strictObject({
    id: z.string().min(1),
    ...span,
    matters: z.array(z.string()).min(1).optional(),
    divisions: z.array(division).min(1).optional(),
    channels: z.array(z.enum(CHANNELS)).min(1).optional(),
    lead: z.string().optional(),
    assisting: z.array(z.string()).optional(),
    level: z.enum(ORGAN_LEVELS).optional(),
    basis: z.string().min(1),
    confidence,
    needsVerification: z.boolean().optional(),
    note: z.string().optional(),
  })
  .refine(isMarked, UNMARKED);

export const routingSchema: z.ZodType<ProvinceRules> = z.strictObject({
  $schema: z.string().optional(),
  province: division,
  catchAll: z.string().min(1),
  occasions: z.array(occasion).optional(),
  rules: z.array(ruleSchema),
});
