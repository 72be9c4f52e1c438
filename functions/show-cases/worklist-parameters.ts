import * as z from 'zod';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { WAYS } from '../../domain/case/ways.ts';

/** GET /v1/cases. */
export const WorklistParameters = z.object({
  /** Whose cases; one's own organ by default. */
  organ: z.string().optional(),
  status: z.enum(CASE_STATUSES).optional(),
  /** Only cases with a deadline before this instant. */
  due: z.iso
    .datetime({ offset: true })
    .transform((instant) => new Date(instant).toISOString())
    .optional(),
  /**
   * 办理方式: only cases that it fits now. It is derived from each page that is read, so a page may come back with few or
   * none.
   */
  way: z.enum(WAYS).optional(),
  /** `asked`: only ended cases that somebody wants opened again, the longest waiting first. */
  reopening: z.literal('asked').optional(),
  cursor: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
});
