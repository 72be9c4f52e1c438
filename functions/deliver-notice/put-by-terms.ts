import type { Instant } from '../../domain/calendar/day.ts';
import { putByDailyReport } from '../../usecases/notices/daily-reports.ts';
import type { SendListsDeps } from '../../usecases/notices/send-lists.ts';
import { putBySummaries } from '../../usecases/notices/summaries.ts';
import { putByWayList } from '../../usecases/notices/way-lists.ts';
import { count } from '../shared/count.ts';
import type { DeliverNoticeDeps } from './deps.ts';

type Deps = DeliverNoticeDeps & Pick<SendListsDeps, 'onFailure'>;

/**
 * Puts by what is due at a fixed hour: the lists of the ways, the digests, the report of a key period. Gives when the
 * next of each is due; of one that failed, now.
 */
export async function putByTerms(now: Instant, deps: Deps): Promise<readonly (Instant | undefined)[]> {
  const { wayLists, summaries } = deps;
  return [
    await orNow('list of the ways', now, deps, async () => wayLists && (await putByWayList(now, wayLists, deps))),
    await orNow('summaries', now, deps, async () => summaries && (await putBySummaries(now, summaries, deps))),
    await orNow('daily report', now, deps, async () => {
      const report = summaries && (await putByDailyReport(now, summaries, deps));
      if (report?.isLate) count('DailyReportLate');
      return report?.next;
    }),
  ];
}

async function orNow(what: string, now: Instant, { onFailure }: Deps, next: () => Promise<Instant | undefined>) {
  try {
    return await next();
  } catch (error) {
    onFailure(what, error);
    return now;
  }
}
