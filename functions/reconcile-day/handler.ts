import * as z from 'zod';
import { addDays, addHours, type Day, dayOf } from '../../domain/calendar/day.ts';
import { type ReconcileDayDeps, type Reconciled, reconcileDay } from '../../usecases/operations/reconcile-day.ts';
import { count } from '../shared/count.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { logInfo } from '../shared/log.ts';

const ScheduleEvent = z.object({ time: z.iso.datetime() });

/** What came so lately may be on its way still. */
const MEANWHILE_HOURS = 1;
/** So many of each are named in the log; `ops reconcile` names all. */
const MOST_NAMED = 50;

/**
 * Schedule: holds the last day that is over for an hour against what should have become of it. Reads only, so a run that
 * fails may be run again. Answers the day and how much it looked at.
 */
export const createHandler = (deps: ReconcileDayDeps) =>
  scheduled(async (event: unknown): Promise<{ day: Day; complaints: number; events: number }> => {
    const settled = addHours(new Date(ScheduleEvent.parse(event).time).toISOString(), -MEANWHILE_HOURS);
    const day = addDays(dayOf(settled), -1);
    const found = await reconcileDay(day, settled, deps);
    tell(day, found);
    return { day, complaints: found.complaints, events: found.events };
  });

function tell(day: Day, { complaints, events, withoutCase, untold, silent }: Reconciled): void {
  for (const receipt of withoutCase.slice(0, MOST_NAMED)) logInfo('complaint-without-case', { day, receipt });
  for (const place of untold.slice(0, MOST_NAMED)) logInfo('event-untold', { day, ...place });
  for (const channel of silent) logInfo('channel-silent', { day, channel });
  const missing = withoutCase.length + untold.length;
  logInfo('day-reconciled', { day, complaints, events, missing });
  count('DayReconciled');
  if (missing > 0) count('ReconcileMissing', missing);
  if (silent.length > 0) count('ChannelSilent', silent.length);
}
