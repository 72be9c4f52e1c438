import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { sealLetterOf } from '../../../domain/notices/lists/seal-letter.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { isDoneMeanwhile } from '../../../domain/notices/staff/done-meanwhile.ts';
import { labelIn } from '../../../domain/notices/staff/gathered-letters.ts';
import type { CaseReader } from '../../cases/command-case.ts';
import { type DailyReports, findDailyReport } from '../digests/daily-reports.ts';
import { type FindGatheredDeps, findGathered } from '../digests/incidents.ts';
import { findSummary } from '../digests/summaries.ts';
import { findWayList, type WayLists } from '../digests/way-lists.ts';
import { stateAt } from '../relaying/relay-event.ts';

export interface FindNoticeDeps extends FindGatheredDeps {
  readonly cases: CaseReader;
  /** Whom the seals of days are told; nobody where a province has no auditor. */
  readonly auditor?: string | undefined;
  /** What the letters of lists are counted from; undefined where nobody is sent any. */
  readonly wayLists?: WayLists | undefined;
  /** What the digests of days, weeks and months are counted from; undefined where nobody is sent any. */
  readonly summaries?: DailyReports | undefined;
  readonly rules: FindGatheredDeps['rules'] & { readonly calendar: WorkCalendar };
}

/**
 * The notice of that id, made once more from its event, a seal's from its id, a list's from the lists: it is kept nowhere.
 * `superseded` for what need not be said any more (done-meanwhile.ts), or goes to nobody whom the case
 * accuses by now (ADR 54); undefined for an id that no event of ours explains.
 */
export async function findNotice(id: string, deps: FindNoticeDeps): Promise<Notice | 'superseded' | undefined> {
  const { cases, rules, auditor, wayLists, summaries } = deps;
  const seal = auditor === undefined ? undefined : sealLetterOf(id, auditor);
  if (seal) return seal;
  const wayList = wayLists && (await findWayList(id, wayLists, rules));
  if (wayList) return wayList;
  const summary = summaries && (await findSummary(id, summaries, deps));
  if (summary) return summary;
  const report = summaries && (await findDailyReport(id, summaries, deps));
  if (report) return report;
  const label = labelIn(id);
  if (label !== undefined) return await findGathered(id, label, deps);
  const [receipt = '', about = ''] = id.split('#');
  const seq = Number(/\d+$/.exec(about)?.[0]);
  for (let caseId: string | undefined = receipt; caseId !== undefined; ) {
    const now = await cases.load(caseId);
    const event = now && (await cases.events(caseId)).find((one) => one.seq === seq);
    const then = event && (await stateAt(event, cases, rules.policies));
    const found = then && theOne(id, noticesFor(event, then, rules, now));
    if (found) return isDoneMeanwhile(found, event, now, rules.policies) ? 'superseded' : found;
    // Its organ stands accused by now: no letter about the case goes there any more.
    if (then && theOne(id, noticesFor(event, then, rules))) return 'superseded';
    // What is told to whom was joined comes from the case that took it in.
    caseId = now?.joinedTo;
  }
  return undefined;
}

const theOne = (id: string, notices: readonly Notice[]) => notices.find((notice) => notice.id === id);
