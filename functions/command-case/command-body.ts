import * as z from 'zod';
import { StaffCommandSchema } from '../../domain/case/acts.ts';

/** POST /v1/cases/{id}/commands: what to do, and the version of the case it was decided on. */
export const CommandBody = z
  .intersection(z.object({ expectedVersion: z.int().min(1) }), StaffCommandSchema)
  .refine(({ type }) => type !== 'reveal-contact', {
    path: ['type'],
    error: '请用 POST /v1/cases/{id}/complainant：查看了才有记录',
  });

export const CommandAnswer = z.object({ version: z.int(), status: z.string() });
