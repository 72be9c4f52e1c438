import * as z from 'zod';
import { type FireTimersDeps, fireTimers, type Sweep } from '../../usecases/cases/fire-timers.ts';
import { count } from '../shared/count.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { logError, logInfo } from '../shared/log.ts';
import { traced } from '../shared/trace.ts';

const ScheduleEvent = z.object({ time: z.iso.datetime() });

/**
 * Schedule: sends every reminder and escalation that has come due by the time of the schedule. Answers when there will
 * be more to do.
 */
export const createHandler = (deps: Omit<FireTimersDeps, 'onFailure'>) =>
  scheduled(async (event: unknown): Promise<Sweep> => {
    const now = new Date(ScheduleEvent.parse(event).time).toISOString();
    const sweep = await fireTimers(now, {
      ...deps,
      onFailure: (caseId, error) => {
        traced(caseId, () => {
          logError('timer-failed', error, { caseId });
          count('TimerFailed');
        });
      },
    });
    logInfo('swept', { fired: sweep.fired, failed: sweep.failed });
    count('StepsFired', sweep.fired);
    count('SweepBehindMinutes', minutesBehind(sweep, now));
    return sweep;
  });

/** For how long the first of those that are still due has been waiting. */
const minutesBehind = ({ idleUntil }: Sweep, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(idleUntil ?? now)) / 60_000));
