import * as z from 'zod';
import type { Matters } from '../../domain/matter.ts';

export const confidence = z.enum(['A', 'B', 'C', 'S', 'K']);

/** What nobody has checked must say so, or it is refused: a guess may not ship as fact. */
export const isMarked = (rule: { confidence: string; needsVerification?: boolean | undefined }): boolean =>
  rule.confidence !== 'K' || rule.needsVerification === true;
export const UNMARKED = { path: ['needsVerification'], error: 'must be true where the confidence is K' };

export const mattersSchema: z.ZodType<Matters> = z
  .strictObject({
    version: z.string(),
    departments: z.record(z.string(), z.string().min(1)),
    matters: z.record(
      z.string(),
      z
        .strictObject({
          name: z.string().min(1),
          lead: z.string().optional(),
          assisting: z.array(z.string()),
          basis: z.string().min(1),
          confidence,
          needsVerification: z.boolean().optional(),
          note: z.string().optional(),
        })
        .refine(isMarked, UNMARKED),
    ),
  })
  .superRefine(({ departments, matters }, context) => {
    for (const [code, { lead, assisting }] of Object.entries(matters)) {
      for (const department of [lead, ...assisting]) {
        if (department && !(department in departments)) {
          context.addIssue({ code: 'custom', path: ['matters', code], message: `unknown department "${department}"` });
        }
      }
    }
  });
