import * as z from 'zod';
import { NamedPerson } from '../../domain/case/people/officers.ts';

/** POST /v1/officers/{sub}/hand-over: who takes over, and why; `cursor` of the answer before, where there was one. */
export const HandOverBody = z.object({
  to: NamedPerson,
  reason: z.string().trim().min(1).max(5_000),
  cursor: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
});

export const HandOverAnswer = z.object({
  done: z.array(z.string()).readonly(),
  refused: z.array(z.object({ caseId: z.string(), detail: z.string() })).readonly(),
  /** There are more cases: the same request with it goes on. */
  cursor: z.string().optional(),
});
