import * as z from 'zod';
import { Notes } from '../accept-web-complaint/complaint-body.ts';

/**
 * What a list may be sent as. What it is is told by its bytes; text in another charset than UTF-8 must come as octets.
 */
export const LIST_TYPES = [
  'application/json',
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

/** What became of one row. A refused one says why, as a single order would be told. */
export const RowResult = z.object({
  /** As a spreadsheet numbers it: the headings count. In JSON the first order is 1. */
  row: z.int(),
  externalId: z.string().optional(),
  receipt: z.string().optional(),
  queryCode: z.string().optional(),
  follows: z.string().optional(),
  /** `unchanged`: it had come before. */
  outcome: z.enum(['accepted', 'unchanged', 'refused']),
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  /** Of one that was taken: what could not be used. */
  notes: Notes,
});

export const BatchReport = z.object({
  accepted: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  rows: z.array(RowResult),
});
