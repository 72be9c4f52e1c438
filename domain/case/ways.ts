import * as z from 'zod';
import { DaySchema, InstantSchema, stored } from '../stored.ts';
import { REACHES } from './addressee.ts';

/** 六种办理方式 of the 2020 guiding opinion. */
export const WAYS = ['local', 'business', 'regional', 'enforcement', 'inspection', 'publicity'] as const;
export type WayCode = (typeof WAYS)[number];

/** 定期: those whose cases go in a list, every so many days. */
export const LISTED_WAYS = ['regional', 'enforcement', 'inspection', 'publicity'] as const satisfies readonly WayCode[];

/** The ways by which people send a case: five of the six, `local` being its own handling, and 横向推送. */
const BY_HAND = ['business', 'regional', 'enforcement', 'inspection', 'publicity', 'lateral'] as const;
export const SentWaySchema = z.enum(BY_HAND);

/** The same, and what has an act of its own: 重点问题督办单. */
export const RecordedWaySchema = z.enum([...BY_HAND, 'order']);

/** So many a case remembers, one for each way and office. */
export const MOST_SENT = 20;

/** Which of those whose answer is asked for by a day: it names the clock. */
export const SentItemSchema = z.int().min(1).max(MOST_SENT);

/** 已发送的办理方式: to whom a case was sent, when, under what number, and what became of it. */
export const WayRecordSchema = stored({
  way: RecordedWaySchema,
  to: z.string(),
  /** 文号. */
  number: z.string().optional(),
  /** Who sent it. */
  by: z.string(),
  sentAt: InstantSchema,
  /** The last day on which an answer is in time, where one is asked for by a day. */
  answerBy: DaySchema.optional(),
  item: SentItemSchema.optional(),
  /** How it left, where it left by us. */
  reached: z.enum(REACHES).optional(),
  acknowledgedAt: InstantSchema.optional(),
  answeredAt: InstantSchema.optional(),
  /** Since when it is waited for no longer. */
  unansweredAt: InstantSchema.optional(),
});

export type WayRecord = Readonly<z.infer<typeof WayRecordSchema>>;
