import * as z from 'zod';
import { STAFF_ACTS } from '../../domain/case/acts.ts';
import { listOf } from '../../domain/stored.ts';

const MOST_CASES = 100;
const ONCE = '同一事项只能列一次';

/** POST /v1/cases/batch: one command, and the cases with the versions on which it was decided. */
export const BatchBody = z.object({
  command: z.discriminatedUnion('type', [
    STAFF_ACTS.accept.command.schema,
    STAFF_ACTS.assign.command.schema,
    STAFF_ACTS.distribute.command.schema,
    STAFF_ACTS['hand-over'].command.schema,
    STAFF_ACTS['send-way'].command.schema,
  ]),
  cases: z
    .array(z.object({ id: z.string().min(1).max(100), expectedVersion: z.int().min(1) }))
    .min(1)
    .max(MOST_CASES)
    .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, ONCE),
});

export const BatchAnswer = z.object({
  /** In the order of the request. */
  results: listOf(
    z.object({
      id: z.string(),
      /** `changed`: somebody else did something meanwhile, and nothing was done. */
      result: z.enum(['done', 'refused', 'changed', 'unknown']),
      version: z.int().optional(),
      /** It was so already: nothing was recorded, and the version is the one that was sent. */
      unchanged: z.boolean().optional(),
      /** Why it was refused. */
      detail: z.string().optional(),
    }),
  ),
});
