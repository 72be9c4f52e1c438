import * as z from 'zod';
import type { Policy } from '../../domain/clocks/policy.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const Period = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('hours'), count: z.int().positive() }),
  z.object({ unit: z.enum(['calendar-days', 'working-days']), count: z.int().positive(), by: ClockTime.optional() }),
]);

const StepTime = z.union([
  z.object({ days: z.int(), at: ClockTime, move: z.enum(['earlier', 'later', 'none']) }),
  z.object({ hours: z.number() }),
]);

const ClockRule = z.object({
  duty: z.string().min(1),
  consequence: z.string().min(1),
  period: Period,
  extension: z.object({ unit: z.literal('calendar-days'), count: z.int().positive() }).optional(),
  ladder: z
    .array(
      z.object({
        step: z.string().min(1),
        kind: z.enum(['reminder', 'due', 'overdue', 'escalation']),
        level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
        when: StepTime,
      }),
    )
    .refine((ladder) => new Set(ladder.map(({ step }) => step)).size === ladder.length, {
      error: 'a step is named twice',
    }),
  citation: z.object({ rule: z.string().min(1), source: z.string().min(1), confidence: z.enum(['A', 'B', 'C', 'S']) }),
});

/** config/clocks.json: every version of the rules that an open case may still run under. */
export const ClocksFile = z.object({
  note: z.string(),
  versions: z.array(
    z.object({
      version: z.string().min(1),
      clocks: z.object({
        tell: ClockRule,
        handle: ClockRule,
        objection: ClockRule,
        'inspection-report': ClockRule,
        supplement: ClockRule,
      }),
    }),
  ) satisfies z.ZodType<readonly Policy[]>,
});
