import * as z from 'zod';
import type { ProvisionName } from '../../domain/law/statutes.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import { confidence, isMarked, UNMARKED } from './confidence.ts';
import { span } from './statutes.ts';

const inWords = z
  .strictObject({ says: z.string().min(1), confidence, needsVerification: z.boolean().optional() })
  .refine(isMarked, UNMARKED);

const provision = z.custom<ProvisionName>((name) => typeof name === 'string', 'must name a provision, or say in words');

const matterSpan = z.strictObject({
  ...span,
  lead: z.string().optional(),
  assisting: z.array(z.string()),
  basis: z.union([provision, inWords]),
  note: z.string().optional(),
});

export const mattersSchema: z.ZodType<DatedMatters> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  departments: z.record(z.string(), z.string().min(1)),
  matters: z.record(z.string(), z.strictObject({ name: z.string().min(1), in: z.array(matterSpan).min(1) })),
});
