import * as z from 'zod';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { confidence, isMarked, UNMARKED } from './matters.ts';

const division = z.string().regex(/^\d{6}$/, 'six digits');

export const routingSchema: z.ZodType<ProvinceRules> = z
  .strictObject({
    province: division,
    catchAll: z.string().min(1),
    rules: z.array(
      z
        .strictObject({
          id: z.string().min(1),
          matters: z.array(z.string()).min(1).optional(),
          divisions: z.array(division).min(1).optional(),
          channels: z
            .array(z.enum(['web', 'wechat', 'email', 'partner']))
            .min(1)
            .optional(),
          lead: z.string().optional(),
          assisting: z.array(z.string()).optional(),
          level: z.enum(['province', 'city', 'county']).optional(),
          basis: z.string().min(1),
          confidence,
          needsVerification: z.boolean().optional(),
          note: z.string().optional(),
        })
        .refine(isMarked, UNMARKED),
    ),
  })
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, 'a rule id stands twice');
