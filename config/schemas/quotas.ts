import * as z from 'zod';

const figure = z.strictObject({
  value: z.number().positive(),
  unit: z.string().min(1),
  confidence: z.enum(['A', 'C']),
  readOn: z.iso.date(),
  source: z.string().min(1),
});

/** One for which no figure is published is null, and never guessed. */
const quota = figure.extend({ value: z.number().positive().nullable() });

const QUOTAS = [
  ...['partitionWrites', 'tableWrites', 'keyRequests', 'pollers', 'concurrency'],
  ...['mailSandbox', 'mail', 'textsToOne', 'textMessages'],
] as const;

const LOADS = [
  ...['inspectionPeak', 'incident', 'openCases', 'provinces', 'noticesACase', 'daysOpen', 'secondsToHandOver'],
] as const;

/** config/quotas.json: what others allow, and what may come, each with its source. */
export const quotasSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  quotas: z.record(z.enum(QUOTAS), quota),
  loads: z.record(z.enum(LOADS), figure),
});
export type Quotas = z.infer<typeof quotasSchema>;
