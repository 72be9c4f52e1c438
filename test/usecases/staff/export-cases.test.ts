import { describe, expect, it } from 'vitest';
import { memoryLists, memorySeenCases } from '../../../adapters/memory/lists.ts';
import type { Case } from '../../../domain/case/case.ts';
import { listingOf } from '../../../domain/lists/listing.ts';
import { exportCases, MOST_EXPORTED } from '../../../usecases/staff/export-cases.ts';
import { listCases } from '../../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../../usecases/staff/list-query.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const now = beijing('2026-06-12 10:00');
const { state: registered } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
const LEADS = ['neighbour', 'county', 'city'];

const casesOf = (count: number, changes: (index: number) => Partial<Case> = () => ({})): Case[] =>
  Array.from({ length: count }, (_, index) => ({
    ...registered,
    id: `QH-0000-0000-${index}`,
    lead: LEADS[index % 3]!,
    ...changes(index),
  }));

function deskOf(cases: readonly Case[]) {
  const listings = cases.map((state) => listingOf(state, rules()));
  const byId = new Map(cases.map((state) => [state.id, state]));
  const named: number[] = [];
  const loadMany = async (ids: readonly string[]) => {
    named.push(ids.length);
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  const deps = {
    lists: memoryLists(() => listings, 70),
    seen: memorySeenCases(),
    cases: { loadMany },
    context: rules(),
    waysOf: () => [],
  };
  return { deps, named };
}

const ALL: ListQuery = { scope: 'province', group: 'all' };

async function exported(query: ListQuery, organ: string, cases: readonly Case[]) {
  const { deps, named } = deskOf(cases);
  const result = await exportCases(query, staffOf(organ), now, deps);
  if (result.kind !== 'shown') throw new Error(result.kind);
  return { ...result.value, named };
}

describe('the export of a list', () => {
  it('is all that paging through it shows, the organs by their division, each with its cases as the list has them', async () => {
    const cases = casesOf(321);
    const { deps } = deskOf(cases);
    const paged: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await listCases({ ...ALL, cursor }, staffOf('province'), now, deps);
      if (page.kind !== 'shown') throw new Error(page.kind);
      paged.push(...page.value.cases.map(({ state }) => state.id));
      cursor = page.value.cursor;
    }
    const { cases: rows, isAll } = await exported(ALL, 'province', cases);
    expect(isAll).toBe(true);
    const leadsBy = (lead: string) => paged.filter((id) => cases.find((one) => one.id === id)?.lead === lead);
    expect(rows.map(({ state }) => state.id)).toEqual(['city', 'county', 'neighbour'].flatMap(leadsBy));
  });

  it('reads at most a hundred cases at once', async () => {
    const { named } = await exported(ALL, 'province', casesOf(1_001));
    expect(Math.max(...named)).toBe(100);
    expect(named.reduce((sum, one) => sum + one, 0)).toBe(1_001);
  });

  it.each([
    [0, true],
    [1, false],
  ])('that is %i over the most that one file takes is whole: %s', async (over, isAll) => {
    const result = await exported(ALL, 'province', casesOf(MOST_EXPORTED + over));
    expect([result.cases.length, result.isAll]).toEqual([MOST_EXPORTED, isAll]);
  });

  it('holds no case that accuses who asks', async () => {
    const cases = casesOf(9, (index) => (index % 2 === 0 ? { accused: ['county'], lead: 'city' } : {}));
    const query: ListQuery = { scope: 'organ', group: 'all' };
    const { cases: own } = await exported(query, 'county', cases);
    expect(own.every(({ state }) => state.accused === undefined)).toBe(true);
    const { cases: above } = await exported({ ...query, organ: 'county' }, 'city', cases);
    expect(above.length).toBe(own.length);
  });

  it('of one receipt is that case, if it is of the list', async () => {
    const cases = casesOf(6);
    const filters = { receipt: cases[1]!.id };
    const idsOf = async (query: ListQuery, organ: string) =>
      (await exported(query, organ, cases)).cases.map(({ state }) => state.id);
    expect(await idsOf({ ...ALL, filters }, 'province')).toEqual([cases[1]!.id]);
    expect(await idsOf({ ...ALL, group: 'ended', filters }, 'province')).toEqual([]);
    expect(await idsOf({ scope: 'organ', group: 'all', filters }, 'neighbour')).toEqual([]);
  });
});
