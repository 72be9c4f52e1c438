import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isUnread } from '../../domain/lists/groups.ts';
import { caseAt } from '../../domain/lists/listing.ts';
import type { Row } from '../../domain/lists/row.ts';
import { bookmarkIn, cursorOf } from './list-cursor.ts';
import type { ListQuery } from './list-query.ts';
import { type Looking, pageOf, survey, type Tally, tallied } from './list-survey.ts';
import type { Shown } from './visible-case.ts';
import { type VisibleListDeps, visibleList } from './visible-list.ts';
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

export interface ListCasesDeps extends VisibleListDeps {
  readonly lists: KeptLists;
  readonly cases: { loadMany(ids: readonly string[]): Promise<readonly Case[]> };
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
  const { cursor } = query;
  const bookmark = cursor === undefined ? { after: '', now } : bookmarkIn(cursor, identityOf(query, staff));
  const asked = await visibleList(query, staff, bookmark?.now ?? now, deps);
  if (asked.kind !== 'shown') return asked;
  if (!bookmark) return { kind: 'no-such-page' };
  const looking = asked.value;
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

const identityOf = ({ scope, group, organ, filters = {} }: ListQuery, staff: Staff): object => {
  const asked = Object.entries(filters).filter(([, wanted]) => wanted !== undefined);
  return [scope, group, organ ?? staff.organ, staff.organ, staff.sub, asked.toSorted()];
};

async function filled(entries: readonly Entry[], looking: Looking, deps: ListCasesDeps): Promise<ListedCase[]> {
  const ids = entries.map(({ at }) => caseAt(at));
  const [states, seen] = await Promise.all([deps.cases.loadMany(ids), deps.seen.seenBy(looking.sub, ids)]);
  const byId = new Map(states.map((state) => [state.id, state]));
  return entries.flatMap(({ row }) => {
    const state = byId.get(row.id);
    return state ? [{ state, row, isUnread: isUnread(row, { sub: looking.sub, seen }) }] : [];
  });
}
