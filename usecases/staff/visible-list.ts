import type { Instant } from '../../domain/calendar/day.ts';
import type { Way, WayFacts } from '../../domain/case/outside/handling-ways.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import { inIdsOfToday } from '../../domain/ids-of-today.ts';
import { fitsAll } from '../../domain/lists/filters.ts';
import { rangesAt } from '../../domain/lists/groups.ts';
import type { ListRules } from '../../domain/lists/listing.ts';
import type { Row } from '../../domain/lists/row.ts';
import { extentOf, relationTo, SCOPE_NAMES, type Scope } from '../../domain/lists/scopes.ts';
import { isAbove } from '../../domain/organs.ts';
import type { ListQuery } from './list-query.ts';
import type { Looking } from './list-survey.ts';
import type { Shown } from './visible-case.ts';
import type { Entry } from './walk-lists.ts';

/** 已阅: the last event of each case that a person saw, by their `sub`. No part of what happened to the case. */
export interface SeenCases {
  /** Of these cases, at most a hundred, or of all. */
  seenBy(sub: string, ids?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  saw(sub: string, caseId: string, version: number): Promise<void>;
}

export interface VisibleListDeps {
  readonly seen: Pick<SeenCases, 'seenBy'>;
  readonly context: ListRules;
  readonly waysOf: (facts: WayFacts, now: Instant) => readonly Way[];
}

/**
 * What of the lists somebody sees who asks that, if they may ask it; a list that was saved may name organs by former
 * ids. What must be hidden from them is not in it: whoever reads lists reads them by this.
 */
export async function visibleList(
  asked: ListQuery,
  staff: Staff,
  now: Instant,
  deps: VisibleListDeps,
): Promise<Shown<Looking, 'no-such-organ'>> {
  const query = inIdsOfToday(deps.context)(asked);
  const { scope, organ = staff.organ } = query;
  if (!deps.context.organs.has(organ)) return { kind: 'no-such-organ' };
  const relation = relationTo(scope, organ, staff.organ, deps.context);
  if (!relation) return { kind: 'not-yours' };
  if (!hasPower('see', staff.role, [relation])) return { kind: 'not-your-role' };
  return { kind: 'shown', value: await lookingAt({ ...query, organ }, staff, now, deps) };
}

/** The lists that somebody may ask for in the name of their own organ. */
export function scopesOpenTo({ organ, role }: Staff, roster: ListRules): readonly Scope[] {
  const hasBelow = [...roster.organs.keys()].some((other) => isAbove(organ, other, roster.organs));
  return SCOPE_NAMES.filter((scope) => {
    const relation = relationTo(scope, organ, organ, roster);
    return relation !== undefined && hasPower('see', role, [relation]) && (scope !== 'below' || hasBelow);
  });
}

async function lookingAt(
  query: ListQuery & { readonly organ: string },
  { organ: own, sub }: Staff,
  now: Instant,
  { context, seen, waysOf }: VisibleListDeps,
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
