import { addHours, dayOf, type Instant } from '../../../domain/calendar/day.ts';
import { isEmergency } from '../../../domain/case/handling/incident.ts';
import type { Occasion } from '../../../domain/classification/occasions.ts';
import {
  type DailyReport,
  dailyReportNotice,
  nextReportAt,
  type ReportCount,
  reportDayIn,
  reportDueBy,
  reportOn,
} from '../../../domain/notices/lists/daily-report.ts';
import type { ToldRoster } from '../../../domain/notices/lists/summary-letter.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { CaseReader } from '../../cases/command-case.ts';
import { type DeferNoticeDeps, deferNotice } from '../delivery/defer-notice.ts';
import { changedOn, type DeferSummariesDeps, overdueAt, type Summaries, summaryUncounted } from './summaries.ts';

export interface DailyReports extends Summaries {
  readonly occasions: readonly Occasion[];
}

const NONE: ReportCount = { received: 0, emergencies: 0, overdue: 0 };
const LATE_AFTER_HOURS = 0.5;

/** Before these it has not gone out. */
const NOT_GONE: readonly string[] = ['waiting', 'sending'];

/**
 * Puts the report of a key period by at its hour, once, whatever day it is. Gives when the next one is due, and whether
 * one should have gone out half an hour ago and has not.
 */
export async function deferDailyReport(
  now: Instant,
  { occasions }: Pick<DailyReports, 'occasions'>,
  deps: DeferNoticeDeps & Pick<DeferSummariesDeps, 'deliveries' | 'rules'>,
): Promise<{ readonly next: Instant | undefined; readonly isLate: boolean }> {
  const next = nextReportAt(now, occasions);
  const report = reportDueBy(now, occasions);
  if (!report) return { next, isLate: false };
  const notice = dailyReportNotice(report, NONE, deps.rules);
  const known = (await deps.deliveries.find(notice))?.delivery;
  if (!known || (known.state === 'waiting' && !known.waiting))
    await deferNotice(notice, { id: `report ${now}`, now }, deps);
  const isGone = known !== undefined && !NOT_GONE.includes(known.state);
  return { next, isLate: !isGone && now >= addHours(report.at, LATE_AFTER_HOURS) };
}

/** The report of that id, counted by what the cases and lists hold now; undefined for the id of any other notice. */
export async function findDailyReport(
  noticeId: string,
  reports: DailyReports,
  { cases, rules }: { readonly cases: Pick<CaseReader, 'load' | 'events'>; readonly rules: ToldRoster },
): Promise<Notice | undefined> {
  const report = reportNamed(noticeId, reports);
  return report && dailyReportNotice(report, await countOf(report, reports, cases), rules);
}

function reportNamed(noticeId: string, { occasions }: DailyReports): DailyReport | undefined {
  const day = reportDayIn(noticeId);
  return day === undefined ? undefined : reportOn(day, occasions);
}

/** The summary or report of that id with nothing counted: it says to whom; undefined for the id of any other notice. */
export function uncounted(
  noticeId: string,
  reports: DailyReports,
  rules: Parameters<typeof summaryUncounted>[2],
): Notice | undefined {
  const report = reportNamed(noticeId, reports);
  return report ? dailyReportNotice(report, NONE, rules) : summaryUncounted(noticeId, reports, rules);
}

/** So long a complaint may wait for its registration, and is counted. */
const LONGEST_ON_THE_WAY_HOURS = 24 * 14;

/** What was registered in the day before: of whatever comes late on its way each is in one report. */
async function countOf({ at }: DailyReport, reports: Summaries, cases: Pick<CaseReader, 'load' | 'events'>) {
  const since = addHours(at, -24);
  const changed = await changedOn([dayOf(since), dayOf(at)], { ...reports, cases });
  const recent = changed.filter(
    ({ receivedAt, partOf }) => partOf === undefined && addHours(since, -LONGEST_ON_THE_WAY_HOURS) <= receivedAt,
  );
  const registeredAt = await Promise.all(recent.map(async ({ id }) => (await cases.events(id))[0]?.at ?? at));
  const received = recent.filter((_, n) => since <= registeredAt[n]! && registeredAt[n]! < at);
  const overdue = await overdueAt(at, reports);
  return { received: received.length, emergencies: received.filter(isEmergency).length, overdue: overdue.length };
}
