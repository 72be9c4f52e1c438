import * as z from 'zod';
import { CASE_STATUSES } from '../case/status.ts';
import { URGENCIES } from '../classification/classification.ts';
import { CHANNELS, FLAGS } from '../complaint.ts';
import { InstantSchema, listOf, stored } from '../stored.ts';
import { MARK_NAMES } from './marks.ts';

/** A case as a list knows it: what it is sorted, grouped, counted and filtered by, and no more, for lists are long. */
export const RowSchema = stored({
  id: z.string(),
  status: z.enum(CASE_STATUSES),
  channel: z.enum(CHANNELS),
  receivedAt: InstantSchema,
  /** The deadline that comes first; none where no period runs. */
  dueAt: InstantSchema.optional(),
  lead: z.string(),
  /** The organ that the first deadline waits for. */
  waitsFor: z.string(),
  types: listOf(z.string()),
  marks: listOf(z.enum(MARK_NAMES)),
  flags: listOf(z.enum(FLAGS)),
  /** Full name of where it is. */
  place: z.string().optional(),
  /** 工单编号, and batch and item of an inspection. */
  numbers: listOf(z.string()),
  accused: listOf(z.string()).optional(),
  /** 责任人, by their `sub`. */
  officers: listOf(z.string()).optional(),
  /** Number of the last event that was no mere reminder, and the `sub` of who caused it. */
  news: z.int(),
  newsBy: z.string().optional(),
  /** What the six ways of handling go by, beside the above. */
  isInspection: z.boolean(),
  matters: listOf(z.string()),
  competent: z.boolean(),
  urgency: z.enum(URGENCIES),
  extendedTo: InstantSchema.optional(),
});

export type Row = Readonly<z.infer<typeof RowSchema>>;
