import { addDays, type Day, daysBetween, type Instant, instantAt } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import type { Case } from '../../../domain/case/case.ts';
import { isHiddenFrom } from '../../../domain/case/rights/authority.ts';
import { isOverdue, rangesAt } from '../../../domain/lists/groups.ts';
import { ASKED } from '../../../domain/lists/listing.ts';
import type { Row } from '../../../domain/lists/row.ts';
import { ALL } from '../../../domain/lists/scopes.ts';
import type { NoticeHours } from '../../../domain/notices/delivery/waiting-hours.ts';
import { missedLines } from '../../../domain/notices/lists/missed-notices.ts';
import {
  isMark,
  isToldOf,
  overdueLine,
  summaryIn,
  summaryNotice,
  type ToldRoster,
  type UnitCount,
  unitLine,
} from '../../../domain/notices/lists/summary-letter.ts';
import {
  lastTerm,
  type Mornings,
  nextTermAt,
  SUMMARIES,
  type SummaryTerm,
  termOn,
} from '../../../domain/notices/lists/summary-terms.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { isAbove, type Organ, organNamed, provinceTop } from '../../../domain/organs.ts';
import type { DayEntries } from '../../audit/enter-event.ts';
import type { CaseReader } from '../../cases/command-case.ts';
import { type Entry, type KeptLists, walkLists } from '../../staff/walk-lists.ts';
import { type DeferNoticeDeps, deferNotice } from '../delivery/defer-notice.ts';
import type { KnownDelivery } from '../delivery/delivery.ts';
import { type MissedNotices, missedByKeeper } from '../delivery/missed-notices.ts';

/** What summaries are counted from: the list of all cases, and what changed on which day. */
export interface Summaries {
  readonly missed: MissedNotices;
  /** The first list of a working day is the time of these as well. */
  readonly hours: Pick<NoticeHours, 'lists'>;
  readonly lists: KeptLists;
  readonly entries: Pick<DayEntries, 'of'>;
  /** Terms that are known to have been put by, in this function: of those nobody asks again every minute. */
  readonly done?: Set<string>;
  /** What this run has counted already. */
  readonly counted?: Counted;
}

/** Of each moment what was overdue; of each first and last day what reached nobody, and which cases changed. */
interface Counted {
  readonly overdue: Map<Instant, Promise<readonly Row[]>>;
  readonly missed: Map<string, ReturnType<typeof missedByKeeper>>;
  readonly changed: Map<string, Promise<readonly Case[]>>;
}

/** The same for one run: whatever its letters count alike is counted once, and fails once. */
export const countedOnce = <S extends Summaries>(summaries: S): S => ({
  ...summaries,
  counted: { overdue: new Map(), missed: new Map(), changed: new Map() },
});

function once<K, V>(known: Map<K, Promise<V>> | undefined, key: K, count: () => Promise<V>): Promise<V> {
  const found = known?.get(key) ?? count();
  known?.set(key, found);
  return found;
}

type Rules = ToldRoster & { readonly calendar: WorkCalendar };

export interface DeferSummariesDeps extends DeferNoticeDeps {
  readonly rules: Rules;
  readonly cases: Pick<CaseReader, 'load'>;
  readonly deliveries: DeferNoticeDeps['deliveries'] & { find(notice: Notice): Promise<KnownDelivery | undefined> };
}

/** So many cases are read at once. */
const AT_ONCE = 25;

/**
 * Puts the summaries of the last terms by, each once, for the next run of the lists. After an outage that is late; of
 * terms that were missed altogether only the last is told. Gives when the next one comes.
 */
export async function deferSummaries(now: Instant, summaries: Summaries, deps: DeferSummariesDeps): Promise<Instant> {
  const mornings = morningsOf(summaries, deps.rules);
  for (const summary of SUMMARIES) await deferOnce(lastTerm(summary, now, mornings), now, summaries, deps);
  return SUMMARIES.map((summary) => nextTermAt(summary, now, mornings)).toSorted()[0]!;
}

const morningsOf = ({ hours: { lists } }: Summaries, { calendar }: Rules) => ({ calendar, lists });

/** All of a term, and then a mark that it was done: whatever was interrupted is begun again, and each is deferred once. */
async function deferOnce(term: SummaryTerm, now: Instant, summaries: Summaries, deps: DeferSummariesDeps) {
  const { rules, deliveries, cases } = deps;
  const { done = new Set() } = summaries;
  const holder = { id: `summary ${now}`, now };
  const mark = markOf(term, rules);
  if (done.has(mark.id)) return;
  if ((await deliveries.find(mark))?.delivery.state === 'needless') return void done.add(mark.id);
  for (const organ of await recipientsOf(term, { ...summaries, cases, rules }))
    await deferNotice(summaryNotice(term, organ, [], rules), holder, deps);
  const begun = await deliveries.claim(mark, holder);
  if (await deliveries.change(mark, begun, { ...begun, state: 'needless', version: begun.version + 1 }))
    done.add(mark.id);
}

function markOf(term: SummaryTerm, rules: Rules): Notice {
  const notice = summaryNotice(term, organNamed(provinceTop(rules), rules), [], rules);
  return { ...notice, id: notice.caseId };
}

async function recipientsOf(term: SummaryTerm, counting: Counting): Promise<readonly Organ[]> {
  const { rules } = counting;
  const told = [...rules.organs.values()].filter((organ) => isToldOf(term.summary, organ, rules));
  if (term.summary === 'weekly' || term.summary === 'monthly') return told;
  const concerned =
    term.summary === 'overdue'
      ? new Set((await overdueAt(term.at, counting)).map(({ waitsFor }) => waitsFor))
      : await missedIn(term, counting);
  return told.filter(({ id }) => concerned.has(id));
}

/**
 * The summary of that id, by what the lists and the cases hold now; undefined for the id of any other notice,
 * `superseded` where there is nothing to tell.
 */
export async function findSummary(
  noticeId: string,
  summaries: Summaries,
  { cases, rules }: { readonly cases: Pick<CaseReader, 'load'>; readonly rules: Rules },
): Promise<Notice | 'superseded' | undefined> {
  if (isMark(noticeId)) return 'superseded';
  const named = namedIn(noticeId, morningsOf(summaries, rules), rules);
  if (!named) return undefined;
  const { term, organ, transport } = named;
  const lines = await linesOf(term, organ, { ...summaries, cases, rules });
  return lines.length > 0 ? summaryNotice(term, organ, lines, rules, transport) : 'superseded';
}

async function linesOf(term: SummaryTerm, organ: Organ, counting: Counting): Promise<readonly string[]> {
  const { rules } = counting;
  if (term.summary === 'undelivered')
    return missedLines((await missedIn(term, counting)).get(organ.id) ?? [], rules.texts);
  const late = (await overdueAt(term.at, counting)).filter((row) => !isHiddenFrom(organ.id, row, rules));
  return term.summary === 'overdue'
    ? late.filter(({ waitsFor }) => waitsFor === organ.id).map((row) => overdueLine(row, term, rules.texts))
    : (await unitsOf(organ, term, late, counting)).map((unit) => unitLine(unit, rules));
}

function namedIn(noticeId: string, mornings: Mornings, rules: Rules) {
  const named = summaryIn(noticeId);
  const term = named && termOn(named.summary, named.day, mornings);
  return term && { term, organ: organNamed(named.organ, rules), transport: named.transport };
}

/** The summary of that id with nothing counted: it says to whom; undefined for the id of any other notice. */
export function summaryUncounted(noticeId: string, summaries: Summaries, rules: Rules): Notice | undefined {
  const named = namedIn(noticeId, morningsOf(summaries, rules), rules);
  return named && summaryNotice(named.term, named.organ, [], rules, named.transport);
}

/** What is overdue at that moment, of all the province. */
export const overdueAt = (at: Instant, { lists, counted }: Pick<Summaries, 'lists' | 'counted'>) =>
  once(counted?.overdue, at, async (): Promise<readonly Row[]> => {
    const ranges = rangesAt(at);
    const isLate = (entry: Entry) => isOverdue(entry.at, ranges);
    const { entries } = await walkLists([ALL], [ASKED, ranges.overdue[1]], isLate, () => true, lists);
    return entries.map(({ row }) => row);
  });

const missedIn = (term: SummaryTerm, counting: Counting) =>
  once(counting.counted?.missed, `${term.from} ${term.until}`, () => missedByKeeper(term, counting.missed, counting));

interface Counting extends Summaries {
  readonly cases: Pick<CaseReader, 'load'>;
  readonly rules: Rules;
}

/** The organ and those below it of which there is something to count, the most overdue first. */
async function unitsOf(organ: Organ, term: SummaryTerm, late: readonly Row[], counting: Counting) {
  const { rules } = counting;
  const isTheirs = (id: string) => id === organ.id || isAbove(organ.id, id, rules.organs);
  const changed = (await changedOn(daysOf(term), counting)).filter((state) => !isHiddenFrom(organ.id, state, rules));
  const leads = changed.map(({ lead }) => organNamed(lead, rules).id);
  const counts = [...new Set([...leads, ...late.map(({ waitsFor }) => waitsFor)])]
    .filter(isTheirs)
    .map((id) => countOf(id, term, changed, late, rules));
  return counts
    .filter(({ received, closed, overdue }) => received + closed + overdue > 0)
    .toSorted((one, other) => other.overdue - one.overdue || other.received - one.received);
}

function countOf(
  id: string,
  { from, until }: SummaryTerm,
  changed: readonly Case[],
  late: readonly Row[],
  rules: Rules,
): UnitCount {
  const isIn = (at: Instant | undefined) =>
    at !== undefined && instantAt(from, '00:00') <= at && at < instantAt(until, '00:00');
  const own = changed.filter(({ lead }) => organNamed(lead, rules).id === id);
  const received = own.filter(({ receivedAt, partOf }) => partOf === undefined && isIn(receivedAt));
  const closed = own.filter(({ status, answeredAt }) => status === 'closed' && isIn(answeredAt));
  return {
    organ: id,
    received: received.length,
    closed: closed.length,
    overdue: late.filter(({ waitsFor }) => waitsFor === id).length,
    satisfied: closed.filter(({ rating }) => rating === 'satisfied').length,
    repeated: received.filter(({ repeats = [] }) => repeats.length > 0).length,
  };
}

const daysOf = ({ from, until }: SummaryTerm): readonly Day[] =>
  Array.from({ length: daysBetween(from, until) }, (_, n) => addDays(from, n));

/** Every case to which something happened on one of these days, one after the other, as it is now. */
export const changedOn = (
  days: readonly Day[],
  { entries, cases, counted }: Pick<Counting, 'entries' | 'cases' | 'counted'>,
): Promise<readonly Case[]> =>
  once(counted?.changed, `${days[0]} ${days.at(-1)}`, async () => {
    const ids = new Set<string>();
    for (const day of days) for await (const entry of entries.of(day)) if ('caseId' in entry) ids.add(entry.caseId);
    const states: (Case | undefined)[] = [];
    const all = [...ids];
    for (let at = 0; at < all.length; at += AT_ONCE)
      states.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map((id) => cases.load(id)))));
    return states.filter((state) => state !== undefined);
  });
