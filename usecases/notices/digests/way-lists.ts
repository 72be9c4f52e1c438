import type { Instant } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import type { HandlingWays, Way, WayFacts } from '../../../domain/case/outside/handling-ways.ts';
import { isHiddenFrom } from '../../../domain/case/rights/authority.ts';
import { rangesAt } from '../../../domain/lists/groups.ts';
import type { Row } from '../../../domain/lists/row.ts';
import { ALL } from '../../../domain/lists/scopes.ts';
import type { NoticeHours } from '../../../domain/notices/delivery/waiting-hours.ts';
import { listTerms, type Term } from '../../../domain/notices/lists/list-terms.ts';
import type { ToldRoster } from '../../../domain/notices/lists/summary-letter.ts';
import { listsNamed, type ToSend, termDayIn, wayListLetter } from '../../../domain/notices/lists/way-list-letter.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { provinceTop } from '../../../domain/organs.ts';
import { type KeptLists, walkLists } from '../../staff/walk-lists.ts';
import { type DeferNoticeDeps, deferNotice } from '../delivery/defer-notice.ts';
import type { KnownDelivery } from '../delivery/delivery.ts';

/** What lists of the ways are made of. */
export interface WayLists {
  readonly lists: KeptLists;
  readonly ways: Pick<HandlingWays, 'settings' | 'ways'>;
  readonly waysOf: (facts: WayFacts, now: Instant) => readonly Way[];
  /** The first list of a working day is the time of these as well. */
  readonly hours: NoticeHours;
}

type Rules = ToldRoster & { readonly calendar: WorkCalendar };

export interface DeferWayListDeps extends DeferNoticeDeps {
  readonly rules: Rules;
  readonly deliveries: DeferNoticeDeps['deliveries'] & { find(notice: Notice): Promise<KnownDelivery | undefined> };
}

const termsOf = ({ ways, hours }: WayLists, { calendar }: Rules) => listTerms(ways.settings, hours.lists[0]!, calendar);

/**
 * Puts the letter of the last term by, once, so that the next run of the lists sends it. After an outage that is late;
 * of terms that were missed altogether only the last is told. Gives when the next one comes.
 */
export async function deferWayList(now: Instant, wayLists: WayLists, deps: DeferWayListDeps): Promise<Instant> {
  const terms = termsOf(wayLists, deps.rules);
  const term = terms.lastBy(now);
  const letter = term && wayListLetter(term, [], deps.rules, wayLists.ways);
  const known = letter && (await deps.deliveries.find(letter))?.delivery;
  const isNew = !known || (known.state === 'waiting' && !known.waiting);
  if (letter && isNew) await deferNotice(letter, { id: `list ${now}`, now }, deps);
  return terms.nextAfter(now).at;
}

/**
 * The letter of that id, by what the lists hold now of the cases that were there at its term; undefined for the id of
 * any other notice, `superseded` where there is nothing to send and the province wants to hear of no nothing.
 */
export async function findWayList(
  noticeId: string,
  wayLists: WayLists,
  rules: Rules,
): Promise<Notice | 'superseded' | undefined> {
  const day = termDayIn(noticeId);
  const term = day === undefined ? undefined : termsOf(wayLists, rules).on(day);
  if (!term) return undefined;
  const lists = await count(term, wayLists, rules);
  const isTold = lists.length > 0 || wayLists.ways.settings.reportNone;
  return isTold ? wayListLetter(term, lists, rules, wayLists.ways) : 'superseded';
}

/** As the list of the whole province counts them, for who sees to it. */
async function count(term: Term, { lists, waysOf }: WayLists, rules: Rules): Promise<readonly ToSend[]> {
  const top = provinceTop(rules);
  const isShown = ({ row }: { readonly row: Row }) => row.receivedAt <= term.at && !isHiddenFrom(top, row, rules);
  const { entries } = await walkLists([ALL], rangesAt(term.at).open, isShown, () => true, lists);
  const fits = (row: Row, way: string, at: Instant) =>
    row.receivedAt <= at && waysOf(row, at).some((one) => one.way === way);
  return listsNamed((way) => {
    const waiting = entries.filter(({ row }) => !row.sentBy.includes(way) && fits(row, way, term.at));
    const fresh = waiting.filter(({ row }) => !fits(row, way, term.since));
    return { count: waiting.length, fresh: fresh.length };
  });
}
