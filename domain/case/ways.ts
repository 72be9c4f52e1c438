import * as z from 'zod';
import { InstantSchema, stored } from '../stored.ts';

/** 六种办理方式 of the 2020 guiding opinion. */
export const WAYS = ['local', 'business', 'regional', 'enforcement', 'inspection', 'publicity'] as const;
export type WayCode = (typeof WAYS)[number];

/** The ways by which a case is sent to somebody; `local` is its own handling. */
export const SentWaySchema = z.enum(WAYS).exclude(['local']);

/** 已发送的办理方式: to whom a case was sent, when, under what number, and what became of it. */
export const WayRecordSchema = stored({
  way: SentWaySchema,
  to: z.string(),
  /** 文号. */
  number: z.string().optional(),
  /** Who sent it. */
  by: z.string(),
  sentAt: InstantSchema,
  acknowledgedAt: InstantSchema.optional(),
  answeredAt: InstantSchema.optional(),
});

export type WayRecord = Readonly<z.infer<typeof WayRecordSchema>>;
