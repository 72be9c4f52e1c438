import * as z from 'zod';
import type { RepeatTerms } from '../../domain/repeats/rules.ts';

/** Terms parted by single spaces, none twice. */
const termList = z
  .string()
  .regex(/^\S+( \S+)*$/, 'terms parted by single spaces')
  .refine((list) => new Set(list.split(' ')).size === list.split(' ').length, 'a term stands twice');

const share = z.number().min(0).max(1);

export const repeatsSchema: z.ZodType<RepeatTerms> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  nameEndings: z.strictObject({
    estate: termList,
    landmark: termList,
    nearby: termList,
    village: termList,
    site: termList,
    road: termList,
    town: termList,
    county: termList,
    division: termList,
  }),
  boundaries: termList,
  nameWords: termList,
  soundAlike: termList,
  commonParts: termList,
  alike: z.strictObject({ signs: z.array(termList), sources: z.array(termList), wholes: termList }),
  generalSigns: termList,
  handling: z.strictObject({
    answers: termList,
    dissent: termList,
    unchanged: termList,
    accusations: termList,
    earlier: termList,
  }),
  limits: z.strictObject({
    sameWording: share,
    similarWording: share,
    sourceWording: share,
    template: share,
    containedWording: share,
    copiedWording: share,
    anyWording: share,
    sameSubjects: share,
    handling: z.int().min(1).max(9),
    sameThingWithinDays: z.int().positive(),
    joinWithinDays: z.int().positive(),
  }),
});
