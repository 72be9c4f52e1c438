import fc from 'fast-check';
import { memoryLists, memorySeenCases } from '../../adapters/memory/lists.ts';
import type { Case } from '../../domain/case/case.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import { GROUP_NAMES, isOf, rangesAt } from '../../domain/lists/groups.ts';
import { listingOf } from '../../domain/lists/listing.ts';
import { SCOPE_NAMES, type Scope } from '../../domain/lists/scopes.ts';
import { isAbove } from '../../domain/organs.ts';
import { type CaseList, listCases } from '../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../usecases/staff/list-query.ts';
import { caseAfter, orderedBy, registeredAt } from './cases.ts';
import { beijing, organs, staffOf } from './rules.ts';
import { rules } from './world.ts';

export const now = beijing('2026-06-12 10:00');
export const registered = caseAfter(registeredAt(beijing('2026-06-01 10:00'))).state;
export const reported = caseAfter(
  registeredAt(beijing('2026-06-01 10:00')),
  orderedBy('county', beijing('2026-06-02 10:00'), { type: 'accept' }),
  orderedBy('county', beijing('2026-06-03 10:00'), { type: 'report', findings: '已查处' }),
).state;

export const ORGANS = [...organs.keys()];
export const MOST_CASES = 120;

/** A list of cases as they may be, over all organs and days, some that accuse. */
export const someCases = fc
  .array(
    fc.record({
      lead: fc.constantFrom(...ORGANS, 'gone'),
      assisting: fc.subarray(ORGANS, { maxLength: 2 }),
      accused: fc.option(fc.subarray(ORGANS, { minLength: 1, maxLength: 1 }), { nil: undefined }),
      status: fc.constantFrom<Case['status']>('registered', 'reported', 'closed'),
      day: fc.integer({ min: 5, max: 24 }),
      isAsked: fc.boolean(),
      isInspection: fc.boolean(),
      officer: fc.constantFrom('county-officer', 'city-officer'),
      news: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: MOST_CASES },
  )
  .map((all) => all.map((one, index) => caseOf(one, index)));

function caseOf(
  {
    lead,
    assisting,
    accused,
    status,
    day,
    isAsked,
    isInspection,
    officer,
    news,
  }: {
    readonly lead: string;
    readonly assisting: readonly string[];
    readonly accused: readonly string[] | undefined;
    readonly status: Case['status'];
    readonly day: number;
    readonly isAsked: boolean;
    readonly isInspection: boolean;
    readonly officer: string;
    readonly news: number;
  },
  index: number,
): Case {
  const shape = status === 'reported' ? reported : registered;
  const dueAt = beijing(`2026-06-${String(day).padStart(2, '0')} 00:00`);
  const isEnded = status === 'closed';
  return {
    ...shape,
    ...{ id: `QH-0000-0000-${1000 + index}`, status, lead, assisting, accused },
    clocks: isEnded ? [] : shape.clocks.map((clock) => ({ ...clock, dueAt })),
    reopeningAsked: isEnded && isAsked ? { since: dueAt, by: ['x'] } : undefined,
    inspection: isInspection ? { batch: '3', item: `D${index}` } : undefined,
    officers: [{ organ: lead, sub: officer, name: '经办人' }],
    news: { seq: news, by: 'somebody' },
  };
}

export const query = fc.record({
  scope: fc.constantFrom(...SCOPE_NAMES),
  group: fc.constantFrom(...GROUP_NAMES),
  filters: fc.record(
    { status: fc.constantFrom<Case['status']>('registered', 'closed'), mark: fc.constant('inspection') },
    { requiredKeys: [] },
  ),
});

export function deskOf(cases: readonly Case[], step: number) {
  const listings = cases.map((state) => listingOf(state, rules()));
  const seen = memorySeenCases();
  return {
    lists: memoryLists(() => listings, step),
    seen,
    cases: { loadMany: async (ids: readonly string[]) => cases.filter(({ id }) => ids.includes(id)) },
    context: rules(),
    waysOf: () => [],
  };
}

export async function pagesOf(
  asked: ListQuery,
  organ: string,
  deps: ReturnType<typeof deskOf>,
): Promise<readonly CaseList[]> {
  const pages: CaseList[] = [];
  let cursor: string | undefined;
  do {
    const shown = await listCases({ ...asked, cursor }, staffOf(organ), now, deps);
    if (shown.kind !== 'shown') return [];
    pages.push(shown.value);
    cursor = shown.value.cursor;
  } while (cursor !== undefined);
  return pages;
}

/** Whether a case is of that organ's list, told without any list. */
const IN: Readonly<Record<Scope, (state: Case, organ: string, sub: string) => boolean>> = {
  mine: (state, organ, sub) =>
    (IN.organ(state, organ, sub) || IN.assisting(state, organ, sub)) && state.officers!.some((one) => one.sub === sub),
  organ: (state, organ) => listingOf(state, rules()).row.lead === organ,
  assisting: (state, organ) => state.assisting.includes(organ) && listingOf(state, rules()).row.lead !== organ,
  review: (state, organ) => {
    const { lead, waitsFor } = listingOf(state, rules()).row;
    return waitsFor === organ && lead !== organ;
  },
  below: (state, organ) => {
    const { lead } = listingOf(state, rules()).row;
    return organ === 'province' ? lead !== organ : isAbove(organ, lead, organs);
  },
  province: () => true,
};

/** The same list by looking at every case. */
export function byHand(
  cases: readonly Case[],
  { scope, group, filters = {} }: ListQuery,
  organ: string,
): readonly string[] {
  const { sub } = staffOf(organ);
  const looking = { ranges: rangesAt(now), organ, sub, seen: new Map<string, number>() };
  return cases
    .filter((state) => !isHiddenFrom(organ, state, rules()) && IN[scope](state, organ, sub))
    .filter(({ status }) => filters.status === undefined || filters.status === status)
    .filter(({ inspection }) => filters.mark === undefined || inspection !== undefined)
    .map((state) => listingOf(state, rules()))
    .filter(({ at, row }) => isOf(group, at, row, looking))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ row }) => row.id);
}
