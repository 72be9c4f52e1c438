import { withoutAccused } from '../accused/recusal.ts';
import type { Instant } from '../calendar/day.ts';
import { type Case, isOpen } from '../case/case.ts';
import { dutyOrganOf } from '../case/clocks/duty-organ.ts';
import { wayFactsOf } from '../case/outside/handling-ways.ts';
import type { Policies } from '../clocks/policy.ts';
import { depthOf, organNamed, provinceTop, type Roster } from '../organs.ts';
import { marksOf, marksOfRank, rankOf } from './marks.ts';
import { pressingClock } from './pressing.ts';
import { type Row, rowFrom } from './row.ts';

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
    assisting: assistingOf(state, row, fair),
    row,
  };
}

function assistingOf({ assisting }: Case, { lead }: Row, { organs }: Roster): readonly string[] {
  return assisting.filter((id) => organs.has(id) && id !== lead);
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
 * First ended cases that somebody wants opened again, then open ones and those with a period that still runs, both by
 * the deadline that comes first, then by their marks, then the oldest first; last those that ended, the newest first.
 */
function placeOf(state: Case, { dueAt, marks, receivedAt, id }: Row): string {
  const isAsked = !isOpen(state) && state.reopeningAsked !== undefined;
  const hasEnded = !isOpen(state) && !isAsked && dueAt === undefined;
  const section = hasEnded ? ENDED : isAsked ? ASKED : OPEN;
  const first = hasEnded ? written(LAST - minuteOf(receivedAt)) : momentAt(dueAt ?? NEVER);
  return `${section}${first}${rankOf(marks)}${momentAt(receivedAt)}#${id}`;
}

export const ASKED = '0';
export const OPEN = '1';
export const ENDED = '2';
/** After every place. */
export const END = '3';
const NEVER = '9999-12-31T00:00:00.000Z';

/** A minute, the one that begins then or next, in five characters that sort as time does: each byte of a place counts. */
export const momentAt = (instant: Instant): string => written(Math.min(minuteOf(instant), LAST));

const MINUTE_MS = 60_000;
/** Of the year 2084. */
const LAST = 36 ** 5 - 1;
const minuteOf = (instant: Instant): number => Math.ceil(Date.parse(instant) / MINUTE_MS);
const written = (minute: number): string => minute.toString(36).padStart(5, '0');

/** What a place tells of the case there. */
export function factsOfPlace(place: string): Pick<Row, 'id' | 'dueAt' | 'marks'> {
  const [, section, moment = '', rank = ''] = /^(.)(.{5})([A-Z]..|.)/.exec(place) ?? [];
  const minute = Number.parseInt(moment, 36);
  const isDue = section !== ENDED && minute < LAST;
  const dueAt = isDue ? new Date(minute * MINUTE_MS).toISOString() : undefined;
  return { id: caseAt(place), marks: marksOfRank(rank), dueAt };
}

/** The case at that place. */
export const caseAt = (place: string): string => place.slice(place.indexOf('#') + 1);

/** The same place without the case: it comes before all that are due, marked and received alike. */
export const beforeAlike = (place: string): string => place.slice(0, place.indexOf('#'));

function rowOf(state: Case, rules: ListRules): Row {
  const clock = pressingClock(state, rules.policies);
  const lead = organNamed(state.lead, rules).id;
  const waitsFor = clock ? dutyOrganOf(clock, state, rules) : lead;
  const { extendedTo } = wayFactsOf(state);
  const { id, receivedAt } = state;
  const dueAt = clock && toTheMinute(clock.dueAt);
  return rowFrom(state, { id, receivedAt, marks: marksOf(state), dueAt, lead, waitsFor, extendedTo });
}

/** As a place has it. */
const toTheMinute = (instant: Instant): Instant => new Date(minuteOf(instant) * MINUTE_MS).toISOString();
