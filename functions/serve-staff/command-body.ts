import * as z from 'zod';
import { DECLINE_REASONS, type StaffCommand } from '../../domain/case/commands.ts';
import { onOneLine } from '../../domain/text/cleaned.ts';

const words = z.string().trim().min(1).max(5_000);
const code = z.string().regex(/^[a-z][a-z-]{0,49}$/);
const POLLUTION_TYPES = ['大气', '水', '土壤', '噪声', '生态', '辐射', '固废', '海洋', '其他'] as const;
const organ = z.string().overwrite(onOneLine).trim().min(1).max(100);

const Command: z.ZodType<StaffCommand> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({
    type: z.literal('decline'),
    reason: z.enum(Object.keys(DECLINE_REASONS) as (keyof typeof DECLINE_REASONS)[]),
    explanation: words,
  }),
  z.object({ type: z.literal('transfer'), department: organ, explanation: words }),
  z.object({ type: z.literal('join'), into: organ, reason: words.optional() }),
  z.object({
    type: z.literal('assign'),
    lead: organ,
    assisting: z.array(organ).max(10).default([]),
    reason: words.optional(),
  }),
  z.object({
    type: z.literal('reclassify'),
    types: z.array(z.enum(POLLUTION_TYPES)).max(9),
    subtypes: z.array(code).max(20).optional(),
    matter: code,
    urgency: z.enum(['normal', 'urgent', 'emergency']).optional(),
    reason: words,
  }),
  z.object({ type: z.literal('object'), reason: words }),
  z.object({ type: z.literal('extend'), reason: words, approvedBy: organ }),
  z.object({ type: z.literal('report'), findings: words }),
  z.object({ type: z.literal('return'), missing: words }),
  z.object({ type: z.literal('close'), answer: words }),
  z.object({ type: z.literal('reopen'), reason: words }),
  z.object({ type: z.literal('decline-reopening'), reason: words }),
]);

/** POST /v1/cases/{id}/commands: what to do, and the version of the case it was decided on. */
export const CommandBody = z.intersection(z.object({ expectedVersion: z.int().min(1) }), Command);

export const CommandAnswer = z.object({ version: z.int(), status: z.string() });
