import type { Instant } from '../../domain/calendar/day.ts';
import { deferDailyReport } from '../../usecases/notices/digests/daily-reports.ts';
import { deferSummaries } from '../../usecases/notices/digests/summaries.ts';
import { deferWayList } from '../../usecases/notices/digests/way-lists.ts';
import type { SendListsDeps } from '../../usecases/notices/sending/send-lists.ts';
import { count } from '../shared/count.ts';
import type { DeliverNoticeDeps } from './deps.ts';

type Deps = DeliverNoticeDeps & Pick<SendListsDeps, 'onFailure'>;

/**
 * Defers what is due at a fixed hour: the lists of the ways, the digests, the report of a key period. Gives when the
 * next of each is due; of one that failed, now.
 */
export async function deferScheduled(now: Instant, deps: Deps): Promise<readonly (Instant | undefined)[]> {
  const { wayLists, summaries } = deps;
  return [
    await orNow('list of the ways', now, deps, async () => wayLists && (await deferWayList(now, wayLists, deps))),
    await orNow('summaries', now, deps, async () => summaries && (await deferSummaries(now, summaries, deps))),
    await orNow('daily report', now, deps, async () => {
      const report = summaries && (await deferDailyReport(now, summaries, deps));
      if (report?.isLate) count('DailyReportLate');
      return report?.next;
    }),
  ];
}

/** What that work gives; `now` where it fails as a whole, which is told under its name. */
export async function orNow<Result>(
  what: string,
  now: Instant,
  { onFailure }: Pick<Deps, 'onFailure'>,
  work: () => Promise<Result>,
): Promise<Result | Instant> {
  try {
    return await work();
  } catch (error) {
    onFailure(what, error);
    return now;
  }
}
