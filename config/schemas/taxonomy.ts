import * as z from 'zod';
import { addDays } from '../../domain/calendar/day.ts';
import { INCIDENT_LEVELS, POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import type { Taxonomy } from '../../domain/classification/taxonomy.ts';
import { confidence } from './confidence.ts';

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

const persons = z.int().positive();
const threshold = z.strictObject({
  level: z.enum(INCIDENT_LEVELS),
  death: persons,
  poisoning: persons,
  injury: persons.optional(),
  evacuation: persons,
  loss: persons,
});

const incidentTable = z.strictObject({
  name: z.string().min(1),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  confidence,
  needsVerification: z.literal(true).optional(),
  source: z.string().min(1),
  levels: z.array(threshold).length(INCIDENT_LEVELS.length),
});

/** A day has one table, whichever day it is. */
const isNext = (before: z.infer<typeof incidentTable> | undefined, { from }: z.infer<typeof incidentTable>): boolean =>
  before === undefined || (before.until !== undefined && addDays(before.until, 1) === from);

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
  incidentLevels: z
    .array(incidentTable)
    .min(1)
    .refine((tables) => tables.every((table, index) => isNext(tables[index - 1], table)), {
      error: 'from old to new, each must begin on the day after the one before it ends, and only the last may be open',
    }),
  subtypes: z.record(
    z.string(),
    z.strictObject({
      name: z.string().min(1),
      types: z.array(pollutionType).min(1),
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
