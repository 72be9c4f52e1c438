import * as z from 'zod';

/** GET /v1/cases. */
export const WorklistParameters = z.object({
  /** Whose cases; one's own organ by default. */
  organ: z.string().optional(),
  status: z
    .enum(['registered', 'accepted', 'declined', 'transferred', 'assigned', 'reported', 'returned', 'closed'])
    .optional(),
  /** Only cases with a deadline before this instant. */
  due: z.iso
    .datetime({ offset: true })
    .transform((instant) => new Date(instant).toISOString())
    .optional(),
  cursor: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
});
