import * as z from 'zod';
import { lastSealable } from '../../domain/audit/sealing-time.ts';
import { type SealDueDeps, type SealRun, sealDue } from '../../usecases/audit/seal-due.ts';
import { count } from '../shared/count.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { logInfo } from '../shared/log.ts';

const ScheduleEvent = z.object({ time: z.iso.datetime() });

/**
 * Schedule: seals the days that are over by the time of the schedule. Answers what it sealed, and when there will be
 * more to do.
 */
export const createHandler = (deps: SealDueDeps) =>
  scheduled(async (event: unknown): Promise<SealRun> => {
    const now = new Date(ScheduleEvent.parse(event).time).toISOString();
    const run = await sealDue(now, deps);
    for (const { day, entries, root } of run.sealed) logInfo('day-sealed', { day, entries, root });
    logInfo('ledger-stands', { day: lastSealable(now) });
    count('LedgerStands');
    return run;
  });
