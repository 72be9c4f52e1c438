import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf } from '../../../../adapters/dynamodb/cases/case-items.ts';
import { dynamoCaseStates } from '../../../../adapters/dynamodb/cases/case-states.ts';
import { dynamoCaseStore } from '../../../../adapters/dynamodb/cases/case-store.ts';
import { listAttributes } from '../../../../adapters/dynamodb/cases/list-items.ts';
import { dynamoCaseIds, dynamoLists } from '../../../../adapters/dynamodb/cases/lists.ts';
import { dynamoSeenCases } from '../../../../adapters/dynamodb/cases/seen-cases.ts';
import type { StaffCommand } from '../../../../domain/case/acts.ts';
import type { Case } from '../../../../domain/case/case.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { END, ENDED, listingOf } from '../../../../domain/lists/listing.ts';
import { commandCase } from '../../../../usecases/cases/command-case.ts';
import { recomputeDeadlines } from '../../../../usecases/operations/recompute-deadlines.ts';
import { listCases } from '../../../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../../../usecases/staff/list-query.ts';
import { caseAfter, registeredAt, registration } from '../../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing, contextAt, organs, staffOf } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const { service, calls } = dynamoDbForTests();
const now = beijing('2026-06-12 10:00');

const depsIn = (table: string) => ({
  lists: dynamoLists(service.tables, table, AS_WRITTEN),
  seen: dynamoSeenCases(service.tables, table),
  cases: dynamoCaseStore(service.tables, table, AS_WRITTEN),
  context: rules(),
  waysOf: () => [],
});

async function shownIn(table: string, who: string, query: ListQuery) {
  const shown = await listCases(query, staffOf(who), now, depsIn(table));
  if (shown.kind !== 'shown') throw new Error(shown.kind);
  return shown.value;
}

const idsIn = async (table: string, who: string, query: ListQuery) =>
  (await shownIn(table, who, query)).cases.map(({ state }) => state.id);

describe('a case in the table', () => {
  const order = (who: string, command: StaffCommand) =>
    commandCase('QH-1', command, contextAt(now, staffOf(who)), depsIn('lists').cases);

  beforeAll(async () => {
    await createCaseTable(service.tables, 'lists');
    const command = { type: 'register', registration: registration(now, { receipt: 'QH-1' }) } as const;
    await commandCase('QH-1', command, contextAt(now), depsIn('lists').cases);
  });

  const WHERE = [
    ['county', { scope: 'organ', group: 'open' }],
    ['city', { scope: 'below', group: 'open' }],
    ['province', { scope: 'below', group: 'open' }],
    ['province', { scope: 'province', group: 'all' }],
  ] as const;

  it.each(WHERE)('stands in the list of %s: %j', async (who, query) => {
    expect(await idsIn('lists', who, query)).toEqual(['QH-1']);
  });

  it('is listed with those who assist as long as they do', async () => {
    const assisting = { scope: 'assisting', group: 'open' } as const;
    await order('city', { type: 'assign', lead: 'county', assisting: ['neighbour'] });
    expect(await idsIn('lists', 'neighbour', assisting)).toEqual(['QH-1']);
    await order('city', { type: 'assign', lead: 'county', assisting: ['desk'] });
    expect(await idsIn('lists', 'neighbour', assisting)).toEqual([]);
    expect(await idsIn('lists', 'desk', assisting)).toEqual(['QH-1']);
  });

  it('moves to whoever leads it then, and waits for who must review it', async () => {
    await order('city', { type: 'accept' });
    await order('city', { type: 'assign', lead: 'neighbour', assisting: [] });
    await order('neighbour', { type: 'report', findings: '已查处' });
    expect(await idsIn('lists', 'county', { scope: 'organ', group: 'all' })).toEqual([]);
    expect(await idsIn('lists', 'neighbour', { scope: 'organ', group: 'waiting' })).toEqual(['QH-1']);
    expect(await idsIn('lists', 'city', { scope: 'review', group: 'open' })).toEqual(['QH-1']);
  });

  it('waits to be sent by a way that fits it until it was sent by it, in the count as well', async () => {
    const toSend = { scope: 'province', group: 'open', filters: { toSend: 'business' } } as const;
    const business = { way: 'business', name: '', why: '', needsVerification: false } as const;
    const deps = { ...depsIn('lists'), waysOf: () => [business] };
    const waiting = async () => {
      const shown = await listCases(toSend, staffOf('province'), now, deps);
      return shown.kind === 'shown' && [shown.value.cases.length, shown.value.counts.open?.count];
    };
    expect(await waiting()).toEqual([1, 1]);
    await order('neighbour', { type: 'send-way', way: 'business', to: '某业务处' });
    expect(await waiting()).toEqual([0, 0]);
  });

  it('is unread until somebody has looked at it', async () => {
    const unread = { scope: 'below', group: 'unread' } as const;
    expect(await idsIn('lists', 'province', unread)).toEqual(['QH-1']);
    await depsIn('lists').seen.saw('province-officer', 'QH-1', 99);
    expect(await idsIn('lists', 'province', unread)).toEqual([]);
    expect((await shownIn('lists', 'province', { scope: 'below', group: 'open' })).cases[0]!.isUnread).toBe(false);
  });
});

describe('a province of 6 000 open cases', () => {
  const COUNT = 6_000;
  const { state: plain } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));

  const caseOf = (index: number): Case => ({
    ...plain,
    id: `QH-0000-0000-${20_000 + index}`,
    lead: index % 2 ? 'county' : 'neighbour',
    clocks: plain.clocks.map((clock) => ({
      ...clock,
      dueAt: new Date(Date.parse(now) + (index - 500) * 600_000).toISOString(),
    })),
    inspection: index === COUNT - 1 ? { batch: '3', item: 'D1' } : undefined,
  });

  beforeAll(async () => {
    await createCaseTable(service.tables, 'large');
    const putAt = (index: number) => {
      const state = caseOf(index);
      const Item = {
        pk: `CASE#${state.id}`,
        sk: 'CASE',
        ...attributesOf(state),
        ...listAttributes(listingOf(state, rules())),
      };
      return { PutRequest: { Item } };
    };
    for (let first = 0; first < COUNT; first += 250) {
      const batches = Array.from({ length: 10 }, (_, n) => first + n * 25);
      await Promise.all(
        batches.map((from) =>
          service.tables.send(
            new BatchWriteCommand({ RequestItems: { large: Array.from({ length: 25 }, (_, n) => putAt(from + n)) } }),
          ),
        ),
      );
    }
  }, 240_000);

  const cost = async (query: ListQuery, who = 'province') => {
    calls.forget();
    const list = await shownIn('large', who, query);
    const queries = calls.units.filter(({ command }) => command === 'QueryCommand').length;
    const units = calls.units.reduce((sum, { total }) => sum + total, 0);
    console.info(
      `${who} ${JSON.stringify(query)}: ${queries} queries, ${units} read units, ${list.cases.length} cases`,
    );
    return { list, queries, units };
  };

  it.each([
    ['province', { scope: 'province', group: 'overdue' }],
    ['province', { scope: 'below', group: 'open' }],
    ['city', { scope: 'below', group: 'today' }],
    ['county', { scope: 'organ', group: 'soon' }],
    ['county', { scope: 'organ', group: 'all' }],
  ] as const)('shows %s the first page of %j by at most two queries', async (who, query) => {
    const { list, queries } = await cost(query, who);
    expect(list.cases.length).toBeGreaterThan(0);
    expect(queries).toBeLessThanOrEqual(2);
  });

  it('counts the first thousand by one read, and says of what it does not count that there are more', async () => {
    const { list } = await cost({ scope: 'province', group: 'overdue' });
    expect(list.counts.overdue).toEqual({ count: 501, isAll: true });
    expect(list.counts.soon).toMatchObject({ isAll: false });
    expect(list.counts.open).toEqual({ count: 1_000, isAll: false });
  });

  it('finds the one inspection item at the far end, with its count', async () => {
    const { list } = await cost({ scope: 'province', group: 'open', filters: { mark: 'inspection' } });
    expect(list.cases.map(({ state }) => state.id)).toEqual([caseOf(COUNT - 1).id]);
    expect(list.cursor).toBeUndefined();
  });

  it('finds a case by its receipt without looking through the list', async () => {
    const receipt = caseOf(4_000).id;
    const { list, queries } = await cost({ scope: 'province', group: 'open', filters: { receipt } });
    expect([list.cases.map(({ state }) => state.id), queries]).toEqual([[receipt], 0]);
  });
});

describe('a table of the release before', () => {
  const { state } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
  const put = (id: string, changes: Partial<Case>, rest: object) => {
    const Item = { pk: `CASE#${id}`, sk: 'CASE', ...attributesOf({ ...state, id, ...changes }), ...rest };
    return service.tables.send(new PutCommand({ TableName: 'earlier', Item }));
  };

  beforeAll(async () => {
    await createCaseTable(service.tables, 'earlier');
    const due = { duePk: 'DUE#1', dueAt: '2026-06-20T01:00:00.000Z' };
    await put('QH-OPEN', {}, { ...due, worklistAt: '1-open#2026-06-20T00:00:00.000Z' });
    await put('QH-ENDED', { status: 'closed', clocks: [] }, { worklistAt: '2-ended#2026-06-01T00:00:00.000Z' });
    await put('QH-OF-NOBODY', { lead: 'abolished' }, { ...due, worklistAt: '1-open#2026-06-20T00:00:00.000Z' });
  });

  it('is in the lists after one recompute, also what an organ leads that has left the roster, and twice is as once', async () => {
    const { cases } = depsIn('earlier');
    const openCases = dynamoCaseIds(service.tables, 'earlier', { organs }, ENDED);
    const failures: unknown[] = [];
    const onFailure = (_: string, error: unknown) => failures.push(error);
    for (const _ of ['once', 'twice']) {
      await recomputeDeadlines({ dryRun: false }, now, { cases, openCases, context: rules(), onFailure });
      expect(failures).toEqual([]);
      expect(await idsIn('earlier', 'county', { scope: 'organ', group: 'all' })).toEqual(['QH-OPEN', 'QH-ENDED']);
      expect(await idsIn('earlier', 'desk', { scope: 'organ', group: 'all' })).toEqual(['QH-OF-NOBODY']);
      expect(await idsIn('earlier', 'province', { scope: 'province', group: 'all' })).toHaveLength(3);
    }
    const every = await Array.fromAsync(dynamoCaseIds(service.tables, 'earlier', { organs }, END)());
    expect(every.toSorted()).toEqual(['QH-ENDED', 'QH-OF-NOBODY', 'QH-OPEN']);
  });
});

it('a case that only a newer release can read leaves the others in their lists', async () => {
  await createCaseTable(service.tables, 'newer');
  const told: string[] = [];
  const tell = (item: string) => void told.push(item);
  const deps = {
    ...depsIn('newer'),
    lists: dynamoLists(service.tables, 'newer', AS_WRITTEN, tell),
    cases: dynamoCaseStates(service.tables, 'newer', AS_WRITTEN, tell),
  };
  for (const receipt of ['QH-1', 'QH-2']) {
    const command = { type: 'register', registration: registration(now, { receipt }) } as const;
    await commandCase(receipt, command, contextAt(now), dynamoCaseStore(service.tables, 'newer', AS_WRITTEN));
  }
  const Key = { pk: 'CASE#QH-1', sk: 'CASE' };
  const { Item } = await service.tables.send(new GetCommand({ TableName: 'newer', Key }));
  await service.tables.send(new PutCommand({ TableName: 'newer', Item: { ...Item, flags: ['of-a-newer-release'] } }));
  const shown = await listCases({ scope: 'organ', group: 'open' }, staffOf('county'), now, deps);
  expect(shown).toMatchObject({ kind: 'shown', value: { cases: [{ state: { id: 'QH-2' } }] } });
  expect(new Set(told)).toEqual(new Set(['CASE#QH-1 CASE']));
  expect((await deps.cases.loadMany(['QH-1', 'QH-2'])).map(({ id }) => id)).toEqual(['QH-2']);
});
