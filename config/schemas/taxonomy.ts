import * as z from 'zod';
import { POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';

const pollutionType = z.enum(POLLUTION_TYPES);

/** The values of the national bulletins, and no others. */
const industry = z.enum([
  '建筑业',
  '住宿餐饮娱乐业',
  '非金属加工(制造)业',
  '畜禽养殖业',
  '化工业',
  '加工制造业',
  '金属冶炼加工业',
  '其他',
]);

export const taxonomySchema: z.ZodType<Taxonomy> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  thresholds: z.strictObject({
    reportPoints: z.number().positive(),
    reportShare: z.number().min(0).max(1),
    environmentalPoints: z.number().positive(),
    environmentalPointsPerThousand: z.number().min(0),
    otherSubjectWeight: z.number().positive(),
  }),
  subtypes: z.record(
    z.string(),
    z.strictObject({
      name: z.string().min(1),
      types: z.array(pollutionType).min(1),
      typeAsSubject: pollutionType.optional(),
      matter: z.string(),
    }),
  ),
  signs: z.record(
    z.string(),
    z.strictObject({ subtype: z.string().optional(), bySource: z.record(z.string(), z.string()).optional() }),
  ),
  passiveSources: z.array(z.string()),
  industries: z.strictObject({
    source: z.string().min(1),
    bySource: z.record(z.string(), industry),
    byTerm: z.partialRecord(industry, z.string().min(1)),
    generalTerms: z.string(),
    silentTerms: z.string(),
    subtypesOfAnySource: z.array(z.string()),
    bySubtype: z.record(z.string(), industry),
  }),
  lists: z.record(
    z.string(),
    z.strictObject({
      name: z.string().min(1),
      source: z.string().min(1),
      byType: z.partialRecord(pollutionType, z.string()),
      bySubtype: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
