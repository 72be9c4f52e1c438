import type { Instant } from '../../../domain/calendar/day.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import { isHiddenFrom } from '../../../domain/case/rights/authority.ts';
import type { Rules } from '../../../domain/notices/matter-lines.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { gatheredNotices } from '../../../domain/notices/staff/gathered-letters.ts';
import {
  endOf,
  type Firsts,
  type Gathering,
  gatheredIn,
  gatheringIds,
  isNews,
  leadIn,
  type Report,
  reportOf,
} from '../../../domain/notices/staff/incident.ts';
import type { CaseReader } from '../../cases/command-case.ts';

/** A gathering as it is kept: how often it was reported to, and how many were told together so far. */
export interface KeptGathering extends Gathering {
  readonly version: number;
  readonly told: number;
}

export interface Incidents {
  /** When that gathering opened. */
  since(id: string): Promise<Instant | undefined>;
  /**
   * Keeps the report, and has the gathering looked at by `until`; gives who was the first to tell what. Filed again, it
   * is one report, and the same are the first.
   */
  file(id: string, report: Report, until: Instant): Promise<Firsts>;
  /** Ids of those to be looked at by now. */
  dueBy(now: Instant): Promise<readonly string[]>;
  /** When the next one is to be looked at. */
  earliest(): Promise<Instant | undefined>;
  read(id: string): Promise<KeptGathering | undefined>;
  /** So many have been told of it; it is looked at no more, unless a report has come since it was read. */
  settle(gathering: KeptGathering, told: number): Promise<void>;
}

/**
 * Whether the event is told together with others of its incident, at the end of the hour, and not by itself. Asked
 * again, the answer is the same.
 */
export async function isGathered(event: CaseEvent, incidents: Pick<Incidents, 'since' | 'file'>): Promise<boolean> {
  const report = reportOf(event);
  if (!report) return false;
  const { own, earlier } = gatheringIds(report);
  const since = await incidents.since(earlier);
  const id = since !== undefined && report.at < endOf(since) ? earlier : own;
  return !isNews(report, await incidents.file(id, report, endOf(report.at)));
}

export interface FindGatheredDeps {
  readonly cases: Pick<CaseReader, 'events' | 'load'>;
  readonly rules: Rules;
  readonly incidents: Pick<Incidents, 'read'>;
}

export interface TellGatheredDeps extends FindGatheredDeps {
  readonly incidents: Incidents;
  readonly noticeQueue: { send(notices: readonly Notice[]): Promise<void> };
  /** One bad gathering must not hold up the others: it is told, and tried again with the next run. */
  readonly onFailure: (id: string, error: unknown) => void;
}

/**
 * Queues the letters of what was gathered for an hour. Cut short or run twice, it makes the same letters, known by their
 * ids; a report that comes late has all of its hour told once more. Gives when the next is to be looked at.
 */
export async function tellGathered(now: Instant, deps: TellGatheredDeps): Promise<Instant | undefined> {
  const earliest = await deps.incidents.earliest();
  if (earliest === undefined || earliest > now) return earliest;
  for (const id of await deps.incidents.dueBy(now)) {
    await tell(id, deps).catch((error: unknown) => deps.onFailure(id, error));
  }
  return await deps.incidents.earliest();
}

async function tell(id: string, deps: TellGatheredDeps): Promise<void> {
  const gathering = await deps.incidents.read(id);
  if (!gathering) return;
  const count = gatheredIn(gathering).length;
  if (count > gathering.told) await deps.noticeQueue.send(await fairLetters(gathering, String(count), deps));
  await deps.incidents.settle(gathering, count);
}

/**
 * The notice of that id and label, as the gathering is now; `superseded` where whom it was for may not know of it any more,
 * undefined where the roster has them no more.
 */
export async function findGathered(
  noticeId: string,
  label: string,
  deps: FindGatheredDeps,
): Promise<Notice | 'superseded' | undefined> {
  const [opener = ''] = noticeId.split('#');
  const [event] = await deps.cases.events(opener);
  const report = event && reportOf(event);
  const gathering = report && (await deps.incidents.read(gatheringIds(report).own));
  if (!gathering) return undefined;
  const isIt = ({ id }: Notice) => id === noticeId;
  const found = (await fairLetters(gathering, label, deps)).find(isIt);
  return found ?? ((await lettersOf(gathering, label, deps)).some(isIt) ? 'superseded' : undefined);
}

/** So many cases are read at once. */
const AT_ONCE = 25;

/**
 * Whoever a case came to accuse since it was reported hears nothing of it here: it is told anew to whom it went. Where that
 * is the first report, the letter shows another one.
 */
const fairLetters = async (gathering: Gathering, label: string, deps: FindGatheredDeps) =>
  lettersOf({ ...gathering, reports: await fairIn(gathering, deps) }, label, deps);

async function lettersOf(
  gathering: Gathering,
  label: string,
  { cases, rules }: FindGatheredDeps,
): Promise<readonly Notice[]> {
  const { reports, opener } = gathering;
  const shown = reports.find(({ caseId }) => caseId === opener) ?? reports[0];
  if (!shown) return [];
  const [event] = await cases.events(shown.caseId);
  if (!event) throw new Error(`incident of an unknown case ${shown.caseId}`);
  return gatheredNotices(gathering, label, evolve(undefined, event, rules.policies), rules);
}

async function fairIn({ reports }: Gathering, { cases, rules }: FindGatheredDeps): Promise<readonly Report[]> {
  const fair: Report[] = [];
  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const some = reports.slice(at, at + AT_ONCE);
    const states = await Promise.all(some.map(({ caseId }) => cases.load(caseId)));
    fair.push(...some.flatMap((report, n) => fairOf(report, states[n], rules)));
  }
  return fair;
}

/** The report without those who assist and may not hear of it; nothing where its lead may not. */
function fairOf(report: Report, state: Case | undefined, rules: Rules): readonly Report[] {
  const mayHear = (organ: string) => state === undefined || !isHiddenFrom(organ, state, rules);
  return mayHear(leadIn(report.incident)) ? [{ ...report, assisting: report.assisting.filter(mayHear) }] : [];
}
