import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/case/case.ts';
import { wayFactsOf } from '../../../domain/case/outside/handling-ways.ts';
import { isHiddenFrom } from '../../../domain/case/rights/authority.ts';
import { listingOf } from '../../../domain/lists/listing.ts';
import { listCases } from '../../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../../usecases/staff/list-query.ts';
import {
  byHand,
  deskOf,
  MOST_CASES,
  now,
  ORGANS,
  pagesOf,
  query,
  registered,
  reported,
  someCases,
} from '../../support/any-lists.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

describe('any list', () => {
  it('paged to its end is the list made by hand, in its order, and its counts are those of the list', async () => {
    const runs = fc.asyncProperty(
      someCases,
      query,
      fc.constantFrom('county', 'city', 'province', 'desk'),
      fc.integer({ min: 1, max: 80 }),
      async (cases, asked, organ, step) => {
        if (asked.scope === 'province' && organ !== 'province') return;
        const pages = await pagesOf(asked, organ, deskOf(cases, step));
        const expected = byHand(cases, asked, organ);
        expect(pages.flatMap((page) => page.cases.map(({ state }) => state.id))).toEqual(expected);
        for (const { counts } of pages) {
          const { count, isAll } = counts[asked.group]!;
          expect(isAll ? count : expected.length).toBe(expected.length);
          expect(count).toBeLessThanOrEqual(expected.length);
        }
        for (const page of pages.slice(0, -1)) expect(page.cases.length).toBeGreaterThan(0);
      },
    );
    await fc.assert(runs, { numRuns: 150 });
  });

  it('holds, counts and names by its cursors no case that accuses who asks, nor one that accuses an organ above', async () => {
    // One read holds them all: how far a count goes depends on all that is read.
    const pages = (cases: readonly Case[], asked: ListQuery, organ: string) =>
      pagesOf(asked, organ, deskOf(cases, MOST_CASES));
    const runs = fc.asyncProperty(someCases, query, fc.constantFrom(...ORGANS), async (cases, asked, organ) => {
      const without = cases.filter((state) => !isHiddenFrom(organ, state, rules()));
      expect(await pages(cases, asked, organ)).toEqual(await pages(without, asked, organ));
    });
    await fc.assert(runs, { numRuns: 60 });
  });

  it('has pages of fifty, each full but the last, and counts them all', async () => {
    const cases = Array.from({ length: 120 }, (_, n) => ({ ...registered, id: `QH-0000-0000-${1000 + n}` }));
    const pages = await pagesOf({ scope: 'organ', group: 'open' }, 'county', deskOf(cases, 1_000));
    expect(pages.map((page) => page.cases.length)).toEqual([50, 50, 20]);
    expect(pages.map(({ counts }) => counts.open)).toEqual(Array(3).fill({ count: 120, isAll: true }));
  });

  it('has no page by the cursor of another list, of another organ, or of somebody else', async () => {
    const cases = Array.from({ length: 60 }, (_, n) => ({ ...registered, id: `QH-0000-0000-${1000 + n}` }));
    const deps = deskOf(cases, 1_000);
    const asked = { scope: 'organ', group: 'open' } as const;
    const shown = await listCases(asked, staffOf('county'), now, deps);
    const cursor = shown.kind === 'shown' ? shown.value.cursor : undefined;
    const again = (query: ListQuery, who: string) => listCases({ ...query, cursor }, staffOf(who), now, deps);
    expect((await again(asked, 'county')).kind).toBe('shown');
    for (const [query, who] of [
      [{ ...asked, group: 'all' }, 'county'],
      [{ ...asked, filters: { status: 'closed' } }, 'county'],
      [{ ...asked, organ: 'county' }, 'city'],
      [asked, 'county/handler'],
    ] as const) {
      expect(await again(query, who)).toEqual({ kind: 'no-such-page' });
    }
  });
});

it('a case that is found by its receipt stands once in the list of all', async () => {
  const filters = { receipt: registered.id };
  const [page] = await pagesOf({ scope: 'organ', group: 'all', filters }, 'county', deskOf([registered], 7));
  expect(page!.cases).toHaveLength(1);
});

describe('the order of a list', () => {
  it('is the earliest deadline, then the weightier mark, then the older', async () => {
    const at = (id: string, changes: Partial<Case>) => ({ ...registered, id, ...changes });
    const later = registered.clocks.map((clock) => ({ ...clock, dueAt: beijing('2026-06-30 00:00') }));
    const cases = [
      at('QH-LATER', { clocks: later, inspection: { batch: '3', item: '1' } }),
      at('QH-PLAIN', {}),
      at('QH-OLDER', { receivedAt: beijing('2026-05-30 10:00') }),
      at('QH-URGED', { urges: 1 }),
      at('QH-INSPECTION', { inspection: { batch: '3', item: '2' } }),
      at('QH-BOTH', { inspection: { batch: '3', item: '3' }, urges: 2 }),
    ];
    const [page] = await pagesOf({ scope: 'organ', group: 'open' }, 'county', deskOf(cases, 1_000));
    expect(page!.cases.map(({ state }) => state.id)).toEqual([
      ...['QH-BOTH', 'QH-INSPECTION', 'QH-URGED', 'QH-OLDER', 'QH-PLAIN', 'QH-LATER'],
    ]);
  });
});

describe('the tabs of a list', () => {
  const due = (id: string, at: string): Case => {
    return { ...registered, id, clocks: registered.clocks.map((clock) => ({ ...clock, dueAt: beijing(at) })) };
  };

  it.each([
    ['at the very moment', '2026-06-12 10:00', 'overdue'],
    ['a minute later', '2026-06-12 10:01', 'today'],
    ['at the midnight that ends the day', '2026-06-13 00:00', 'today'],
    ['on the morning after', '2026-06-13 09:00', 'soon'],
    ['at the midnight that ends the third day', '2026-06-16 00:00', 'soon'],
    ['later', '2026-06-16 00:01', undefined],
  ] as const)('put a case that is due %s where people look for it', async (_, at, tab) => {
    const ended = { status: 'closed', reopeningAsked: { since: beijing(at), by: ['x'] } } as const;
    for (const also of [{}, ended]) {
      const [page] = await pagesOf(
        { scope: 'organ', group: 'all' },
        'county',
        deskOf([{ ...due('QH-1', at), ...also }], 10),
      );
      const counted = (['overdue', 'today', 'soon'] as const).filter((group) => page!.counts[group]!.count === 1);
      expect(counted).toEqual(tab ? [tab] : []);
    }
  });

  it('know whom a case waits for: who must review a report, not who has reported', async () => {
    const deps = deskOf([reported], 10);
    const [own] = await pagesOf({ scope: 'organ', group: 'waiting' }, 'county', deps);
    expect(own).toMatchObject({ waitingFor: [{ organ: 'city', count: 1 }], cases: [{ row: { waitsFor: 'city' } }] });
    const [review] = await pagesOf({ scope: 'review', group: 'open' }, 'city', deps);
    expect(review!.cases.map(({ state }) => state.id)).toEqual([reported.id]);
  });

  it('take a right that has lapsed for no deadline', () => {
    const listing = listingOf(registered, contextAt(now));
    expect(listing.row.dueAt).toBe(registered.clocks.find(({ name }) => name === 'tell')!.dueAt);
  });

  it('know by the row of a case which ways of handling fit it, as the case itself tells', () => {
    const { row } = listingOf(reported, contextAt(now));
    expect(row).toMatchObject(JSON.parse(JSON.stringify(wayFactsOf(reported))));
  });
});

describe('who may ask for a list', () => {
  it.each([
    ['county', { scope: 'organ', organ: 'city' }, 'not-yours'],
    ['county', { scope: 'mine', organ: 'neighbour' }, 'not-yours'],
    ['county', { scope: 'province' }, 'not-yours'],
    ['city', { scope: 'organ', organ: 'county' }, 'shown'],
    ['city', { scope: 'mine', organ: 'county' }, 'not-yours'],
    ['province', { scope: 'province' }, 'shown'],
    ['county/ops', { scope: 'organ' }, 'not-your-role'],
    ['county', { scope: 'organ', organ: 'countyy' }, 'no-such-organ'],
  ] as const)('%s for %j: %s', async (who, asked, kind) => {
    expect((await listCases({ group: 'open', ...asked }, staffOf(who), now, deskOf([], 1))).kind).toBe(kind);
  });

  it('a list that was saved before an organ was renamed is still that organ’s', async () => {
    const desk = deskOf([registered], 10);
    const organs = new Map([...desk.context.organs].map(([id, one]) => [id, { ...one, formerIds: [`old-${id}`] }]));
    const asked = { scope: 'organ', organ: 'old-county', group: 'open', filters: { lead: 'old-county' } } as const;
    const shown = await listCases(asked, staffOf('county'), now, { ...desk, context: { ...desk.context, organs } });
    expect(shown).toMatchObject({ value: { cases: [{ state: { id: registered.id } }] } });
  });
});

describe('a list of very many cases', () => {
  const due = (n: number, at: string): Case => {
    const clocks = registered.clocks.map((clock) => ({ ...clock, dueAt: beijing(at) }));
    return { ...registered, id: `QH-0000-${String(n).padStart(8, '0')}`, clocks };
  };
  const late = Array.from({ length: 1_200 }, (_, n) => due(n, '2026-06-10 10:00'));
  const today = Array.from({ length: 60 }, (_, n) => due(2_000 + n, '2026-06-12 16:00'));
  const soon = [due(3_000, '2026-06-14 10:00')];
  const pages = (group: ListQuery['group']) =>
    pagesOf({ scope: 'organ', group }, 'county', deskOf([...late, ...today, ...soon], 10_000));

  it('is counted to a thousand, and of tabs that begin beyond those a few', async () => {
    const [page] = await pages('open');
    expect(page!.counts).toMatchObject({
      overdue: { count: 1_000, isAll: false },
      today: { count: 10, isAll: false },
      soon: { count: 1, isAll: true },
      open: { count: 1_000, isAll: false },
    });
  });

  it.each([
    ['overdue', late],
    ['today', today],
    ['soon', soon],
  ] as const)('is shown whole from page to page, also %s', async (group, cases) => {
    const shown = (await pages(group)).flatMap((page) => page.cases.map(({ state }) => state.id));
    expect(shown).toEqual(cases.map(({ id }) => id));
  });
});
