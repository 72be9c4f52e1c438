import * as z from 'zod';
import type { HandlingWays } from '../../domain/case/outside/handling-ways.ts';
import { confidence, isMarked, UNMARKED } from './confidence.ts';
import { whenReadable } from './readable.ts';

const way = z.strictObject({ name: z.string().min(1), basis: z.string().min(1), confidence });
const days = z.int().min(1);

/** Whoever knows an office from mirrors (C) or from memory (K) must say so: only a person may send anything there. */
const bureau = z
  .strictObject({
    name: z.string().min(1),
    seat: z.string().min(1),
    provinces: z.array(z.string().regex(/^\d{2}$/, 'the first two digits of a province')).min(1),
    confidence,
    needsVerification: z.boolean().optional(),
  })
  .refine(isMarked, UNMARKED);

const fields = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  source: z.string().min(1),
  settings: z.strictObject({
    everyDays: days,
    firstDay: z.iso.date(),
    reportNone: z.boolean(),
    supportAfterDays: days,
    unsolvedAfterDays: days,
  }),
  ways: z.strictObject({
    local: way,
    business: way,
    regional: way,
    enforcement: way,
    inspection: way,
    publicity: way,
  }),
  matters: z.strictObject({
    business: z.array(z.string()),
    duty: z.array(z.string()),
    water: z.array(z.string()),
  }),
  regionalBureaus: z.array(bureau),
  basinBureaus: z.array(bureau),
});

export const handlingWaysSchema: z.ZodType<HandlingWays> = fields.refine(
  ({ regionalBureaus }) => {
    const provinces = regionalBureaus.flatMap((each) => each.provinces);
    return new Set(provinces).size === provinces.length;
  },
  {
    path: ['regionalBureaus'],
    error: 'a province has one regional bureau',
    when: whenReadable(fields.shape, 'regionalBureaus'),
  },
);
