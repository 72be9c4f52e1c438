import * as z from 'zod';
import { type RecomputeDeps, type Recomputed, recomputeDeadlines } from '../../usecases/recompute-deadlines.ts';
import { logInfo } from '../shared/log.ts';

const Order = z.object({
  /** A dry run unless it is said in so many words. */
  dryRun: z.boolean().default(true),
  /** Moves open cases to this version of the rules. */
  policy: z.string().optional(),
  /** The day and time the order was given, for the record. */
  time: z.iso.datetime(),
});

/** By hand, after a new calendar or policy was deployed: shows which deadlines change, and with `dryRun: false` changes them. */
export const createHandler =
  (deps: RecomputeDeps) =>
  async (event: unknown): Promise<{ readonly dryRun: boolean; readonly cases: readonly Recomputed[] }> => {
    const { dryRun, policy, time } = Order.parse(event);
    const cases = await recomputeDeadlines({ dryRun, policy }, new Date(time).toISOString(), deps);
    logInfo('recomputed', { dryRun: String(dryRun), changed: cases.length });
    return { dryRun, cases };
  };
