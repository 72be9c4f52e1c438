import * as z from 'zod';
import type { Model } from '../../domain/classification/model.ts';

const weights = z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

const grams = z.strictObject({
  bias: z.number(),
  grams: z.record(z.string().regex(/^-?\d+(?:\.\d+)?$/), z.string().min(1)),
});

const shortTexts = grams.extend({ longest: z.int().positive() });

export const modelSchema: z.ZodType<Model> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  source: z.string().min(1),
  incident: shortTexts.optional(),
  environmental: weights.optional(),
  opinion: grams.optional(),
  handling: shortTexts.optional(),
});
