import * as z from 'zod';
import type { Model } from '../../domain/classification/model.ts';

const weights = z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

export const modelSchema: z.ZodType<Model> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  source: z.string().min(1),
  incident: weights.extend({ longest: z.int().positive() }).optional(),
  environmental: weights.optional(),
});
