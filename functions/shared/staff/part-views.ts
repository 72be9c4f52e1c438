import * as z from 'zod';
import { REACHES } from '../../../domain/case/outside/addressee.ts';
import { RecordedWaySchema } from '../../../domain/case/outside/sent-ways.ts';
import { listOf } from '../../../domain/stored.ts';

/** 已发送的办理方式: what was sent by which of the six ways, by 横向推送 or by 督办单, to whom, by whom, when, and what became of it. */
export const WaysSent = listOf(
  z.object({
    way: RecordedWaySchema,
    to: z.string(),
    number: z.string().optional(),
    by: z.string(),
    sentAt: z.iso.datetime(),
    /** The last day on which an answer is in time. */
    answerBy: z.iso.date().optional(),
    /** How it left by us: as a notice, or on paper, which a person carries. */
    reached: z.enum(REACHES).optional(),
    acknowledgedAt: z.iso.datetime().optional(),
    answeredAt: z.iso.datetime().optional(),
  }),
);

/** 拆分: the parts of a case, as they stand. */
export const Parts = listOf(
  z.object({
    id: z.string(),
    number: z.int(),
    title: z.string(),
    lead: z.string().optional(),
    status: z.string(),
    statusText: z.string(),
    dueAt: z.iso.datetime().optional(),
    answer: z.string().optional(),
  }),
);
