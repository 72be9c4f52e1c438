import * as z from 'zod';
import {
  type RecomputeDeps,
  type Recomputed,
  recomputeDeadlines,
} from '../../usecases/operations/recompute-deadlines.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { logError, logInfo } from '../shared/log.ts';
import { traced } from '../shared/trace.ts';

const Order = z.object({
  /** A dry run unless it is said in so many words. */
  dryRun: z.boolean().default(true),
  /** Moves open cases to this version of the rules. */
  policy: z.string().optional(),
  /** The day and time the order was given, for the record. */
  time: z.iso.datetime(),
  /** Some of the open cases, where ops drive the work in parts: all of them take longer than a function lives. */
  caseIds: z.array(z.string()).min(1).max(500).optional(),
});

/** Lambda answers at most 6 MB. */
const SHOWN = 1_000;

interface Answer {
  readonly dryRun: boolean;
  readonly changed: number;
  /** Cases that could not be read or written: see the log, and order it again. */
  readonly failed: number;
  /** The first thousand that change. */
  readonly cases: readonly Recomputed[];
}

/**
 * By hand, after a new calendar or policy was deployed: shows which deadlines change, and with `dryRun: false` changes
 * them.
 */
export const createHandler = (deps: Omit<RecomputeDeps, 'onFailure'>) =>
  scheduled(async (event: unknown): Promise<Answer> => {
    const { dryRun, policy, time, caseIds } = Order.parse(event);
    let failed = 0;
    const onFailure = (caseId: string, error: unknown) => {
      failed += 1;
      traced(caseId, () => logError('recompute-failed', error, { caseId }));
    };
    const order = { dryRun, policy, caseIds };
    const cases = await recomputeDeadlines(order, new Date(time).toISOString(), { ...deps, onFailure });
    logInfo('recomputed', { dryRun: String(dryRun), changed: cases.length, failed });
    return { dryRun, changed: cases.length, failed, cases: cases.slice(0, SHOWN) };
  });
