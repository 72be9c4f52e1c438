import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/actor.ts';
import { isHiddenFrom } from '../../domain/case/authority.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Way, WayFacts } from '../../domain/case/handling-ways.ts';
import { hasPower } from '../../domain/case/rights.ts';
import { fitsAll } from '../../domain/lists/filters.ts';
import { isUnread, rangesAt } from '../../domain/lists/groups.ts';
import { caseAt, type ListRules } from '../../domain/lists/listing.ts';
import type { Row } from '../../domain/lists/row.ts';
import { extentOf, relationTo, SCOPE_NAMES, type Scope } from '../../domain/lists/scopes.ts';
import { isAbove } from '../../domain/organs.ts';
import { bookmarkIn, cursorOf } from './list-cursor.ts';
import type { ListQuery } from './list-query.ts';
import { type Looking, pageOf, survey, type Tally, tallied } from './list-survey.ts';
import type { Shown } from './seen.ts';
import type { Entry, KeptLists } from './walk-lists.ts';

export interface ListedCase {
  readonly state: Case;
  readonly row: Row;
  readonly isUnread: boolean;
}

export interface CaseList extends Tally {
  readonly cases: readonly ListedCase[];
  readonly cursor?: string | undefined;
}

/** 已阅: the last event of each case that a person saw, by their `sub`. No part of what happened to the case. */
export interface SeenCases {
  /** Of these cases, at most a hundred, or of all. */
  seenBy(sub: string, ids?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  saw(sub: string, caseId: string, version: number): Promise<void>;
}

export interface ListCasesDeps {
  readonly lists: KeptLists;
  readonly cases: { loadMany(ids: readonly string[]): Promise<readonly Case[]> };
  readonly seen: Pick<SeenCases, 'seenBy'>;
  readonly context: ListRules;
  readonly waysOf: (facts: WayFacts, now: Instant) => readonly Way[];
}

/**
 * A page of a list, with the counts of all its groups. Complete: whoever pages to the end has seen each case once that
 * was there all the time. What must be hidden from whoever asks is neither shown nor counted.
 */
export async function listCases(
  query: ListQuery,
  staff: Staff,
  now: Instant,
  deps: ListCasesDeps,
): Promise<Shown<CaseList, 'no-such-page' | 'no-such-organ'>> {
  const { scope, organ = staff.organ, cursor } = query;
  if (!deps.context.organs.has(organ)) return { kind: 'no-such-organ' };
  const relation = relationTo(scope, organ, staff.organ, deps.context);
  if (!relation) return { kind: 'not-yours' };
  if (!hasPower('see', staff.role, [relation])) return { kind: 'not-your-role' };
  const bookmark = cursor === undefined ? { after: '', now } : bookmarkIn(cursor, identityOf(query, staff));
  if (!bookmark) return { kind: 'no-such-page' };
  const looking = await lookingAt({ ...query, organ }, staff, bookmark.now, deps);
  const surveyed = await survey(looking, deps);
  const page = await pageOf(looking, bookmark.after, surveyed, deps);
  return {
    kind: 'shown',
    value: {
      cases: await filled(page.entries, looking, deps),
      cursor: page.end && cursorOf({ after: page.end, now: bookmark.now }, identityOf(query, staff)),
      ...tallied(surveyed, looking),
    },
  };
}

/** The lists that somebody may ask for in the name of their own organ. */
export function scopesOpenTo({ organ, role }: Staff, roster: ListRules): readonly Scope[] {
  const hasBelow = [...roster.organs.keys()].some((other) => isAbove(organ, other, roster.organs));
  return SCOPE_NAMES.filter((scope) => {
    const relation = relationTo(scope, organ, organ, roster);
    return relation !== undefined && hasPower('see', role, [relation]) && (scope !== 'below' || hasBelow);
  });
}

const identityOf = ({ scope, group, organ, filters = {} }: ListQuery, staff: Staff): object => {
  const asked = Object.entries(filters).filter(([, wanted]) => wanted !== undefined);
  return [scope, group, organ ?? staff.organ, staff.organ, staff.sub, asked.toSorted()];
};

async function lookingAt(
  query: ListQuery & { readonly organ: string },
  { organ: own, sub }: Staff,
  now: Instant,
  { context, seen, waysOf }: ListCasesDeps,
): Promise<Looking> {
  const { organ, filters = {} } = query;
  const extent = extentOf(query.scope, organ, sub, context);
  const look = {
    namesOf: (id: string) => {
      const { name, aliases = [] } = context.organs.get(id) ?? { name: id };
      return [name, ...aliases];
    },
    waysOf: (row: Row) => waysOf(row, now).map(({ way }) => way),
  };
  const isShown = ({ row }: Entry) =>
    extent.holds(row) && !isHiddenFrom(own, row, context) && fitsAll(row, filters, look);
  const known = query.group === 'unread' ? await seen.seenBy(sub) : new Map();
  return { query, organ, sub, ranges: rangesAt(now), seen: known, extent, isShown };
}

async function filled(entries: readonly Entry[], looking: Looking, deps: ListCasesDeps): Promise<ListedCase[]> {
  const ids = entries.map(({ at }) => caseAt(at));
  const [states, seen] = await Promise.all([deps.cases.loadMany(ids), deps.seen.seenBy(looking.sub, ids)]);
  const byId = new Map(states.map((state) => [state.id, state]));
  return entries.flatMap(({ row }) => {
    const state = byId.get(row.id);
    return state ? [{ state, row, isUnread: isUnread(row, { sub: looking.sub, seen }) }] : [];
  });
}
