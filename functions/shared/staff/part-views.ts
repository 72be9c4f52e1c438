import * as z from 'zod';
import { SentWaySchema } from '../../../domain/case/ways.ts';
import { list } from './complaint-words.ts';

/** 已发送的办理方式: what was sent by which of the six ways, to whom, by whom, when, and what became of it. */
export const WaysSent = list(
  z.object({
    way: SentWaySchema,
    to: z.string(),
    number: z.string().optional(),
    by: z.string(),
    sentAt: z.iso.datetime(),
    acknowledgedAt: z.iso.datetime().optional(),
    answeredAt: z.iso.datetime().optional(),
  }),
);

/** 拆分: the parts of a case, as they stand. */
export const Parts = list(
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
