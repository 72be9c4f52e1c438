import { isShutOut, withoutAccused } from '../accused/recusal.ts';
import { type Case, isOpen } from '../case/case.ts';
import { wayFactsOf } from '../case/handling-ways.ts';
import { turnOf } from '../case/turn.ts';
import type { Policies } from '../clocks/policy.ts';
import { depthOf, organNamed, provinceTop, type Roster } from '../organs.ts';
import { marksOf, rankOf } from './marks.ts';
import { pressingClock } from './pressing.ts';
import type { Row } from './row.ts';

/** In which lists a case is, at which place, and what stands there of it. */
export interface Listing {
  /** Its place in each list: they sort by it, as text. It ends with the id of the case, so no two are the same. */
  readonly at: string;
  /** The organ that leads it. */
  readonly led: string;
  /** The organ at the top of the lead's line, and the one below that, where they stand above the lead. */
  readonly top?: string | undefined;
  readonly branch?: string | undefined;
  /** The organ that must act, where that is not the lead. */
  readonly awaited?: string | undefined;
  /** Whether who sees to all of the province must not know of it. */
  readonly isWithheld: boolean;
  readonly assisting: readonly string[];
  readonly row: Row;
}

export type ListRules = Roster & { readonly policies: Policies };

/**
 * Derived from the case and the roster. Whom the case accuses, and all below them, are on none of its lists, so that
 * nobody has to remember to leave it out.
 */
export function listingOf(state: Case, rules: ListRules): Listing {
  const fair = withoutAccused(rules, state.accused);
  const row = rowOf(state, fair);
  const [top, branch] = aboveInLine(row.lead, fair, rules);
  return {
    at: placeOf(state, row),
    led: row.lead,
    top,
    branch,
    awaited: row.waitsFor === row.lead ? undefined : row.waitsFor,
    isWithheld: isShutOut(provinceTop(rules), fair),
    assisting: [...new Set(state.assisting.filter((id) => fair.organs.has(id) && id !== row.lead))],
    row,
  };
}

/** By their depth; the top of the province has the list of all. */
function aboveInLine(lead: string, fair: Roster, whole: Roster): readonly (string | undefined)[] {
  const superior = fair.organs.get(lead)?.superior;
  if (superior === undefined) return [];
  const higher = [...aboveInLine(superior, fair, whole)];
  if (superior !== provinceTop(whole)) higher[depthOf(superior, whole)] = superior;
  return higher;
}

/**
 * First ended cases that somebody wants opened again, then open ones, both by the deadline that comes first, then by
 * their marks, then the oldest first; last those that ended, the newest first.
 */
function placeOf(state: Case, { dueAt = NEVER, marks, receivedAt, id }: Row): string {
  if (!isOpen(state) && !state.reopeningAsked) return `${ENDED}${newestFirst(receivedAt)}#${id}`;
  return `${isOpen(state) ? OPEN : ASKED}${dueAt}#${rankOf(marks)}#${receivedAt}#${id}`;
}

export const ASKED = '0#';
export const OPEN = '1#';
export const ENDED = '2#';
/** After every place. */
export const END = '3#';
const NEVER = '9999-12-31T00:00:00.000Z';

const newestFirst = (instant: string): string => String(9e13 - Date.parse(instant)).padStart(14, '0');

/** The case at that place. */
export const caseAt = (place: string): string => place.slice(place.lastIndexOf('#') + 1);

function rowOf(state: Case, rules: ListRules): Row {
  const { id, status, channel, receivedAt, classification, flags, accused, officers, place, news } = state;
  const clock = pressingClock(state, rules.policies);
  const lead = organNamed(state.lead, rules).id;
  return {
    ...{ id, status, channel, receivedAt, flags, accused, lead },
    dueAt: clock?.dueAt,
    waitsFor: clock ? turnOf(clock, state, rules) : lead,
    types: classification.types,
    marks: marksOf(state),
    place: place && `${place.name}${place.town?.name ?? ''}`,
    numbers: numbersOf(state),
    officers: officers?.map(({ sub }) => sub),
    news: news?.seq ?? state.version,
    newsBy: news?.by,
    ...wayFactsOf(state),
  };
}

function numbersOf({ order, inspection, absorbed = [] }: Case): readonly string[] {
  const orders = [order, ...absorbed.slice(-MOST_NUMBERS).map((one) => one.order)];
  const numbers = orders.flatMap((one) => (one ? [one.number] : []));
  return inspection ? [...numbers, `${inspection.batch}/${inspection.item}`] : numbers;
}

/** Of the latest that were joined to it: a row stays within one unit of a table. */
const MOST_NUMBERS = 5;
