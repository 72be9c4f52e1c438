import { describe, expect, it } from 'vitest';
import { CASE, CLAIMS, LIST, office } from '../support/office.ts';

describe('the list of cases', () => {
  it('is that of one’s own organ, as asked, with the count of each tab', async () => {
    const { receipt, call } = await office();
    const { status, json } = await call(LIST, { query: { tab: 'open', due: '2026-06-20T08:00:00+08:00' } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      cases: [
        {
          ...{ id: receipt, statusText: '已登记，待受理', lead: 'county', marks: [], unread: true },
          waitsFor: { organ: 'county', name: 'county局' },
        },
      ],
      counts: expect.arrayContaining([{ tab: 'open', name: '在办', count: 1, isAll: true }]),
      waitingFor: [],
    });
    expect(json.cursor).toBeUndefined();
    expect(json.cases[0].clocks.map(({ name }: { name: string }) => name)).toEqual(['tell', 'objection']);
    expect((await call(LIST, { query: { due: '2026-06-10T08:00:00+08:00' } })).json.cases).toEqual([]);
    expect((await call(LIST, { query: { status: 'accepted' } })).json.cases).toEqual([]);
  });

  it('can be that of cases which somebody wants opened again, also by its former name', async () => {
    const { call } = await office();
    expect((await call(LIST, { query: { reopening: 'asked' } })).json.cases).toEqual([]);
    expect((await call(LIST, { query: { reopening: 'no' } })).json.errors[0].pointer).toBe('/reopening');
  });

  it('says no more that a case is unread to who has looked at it', async () => {
    const { receipt, call } = await office();
    await call(CASE, { id: receipt });
    expect((await call(LIST)).json.cases[0].unread).toBe(false);
    expect((await call(LIST, { query: { tab: 'unread' } })).json.cases).toEqual([]);
    const colleague = { ...CLAIMS, sub: 'colleague' };
    expect((await call(LIST, { claims: colleague, query: { tab: 'unread' } })).json.cases).toHaveLength(1);
  });

  it('can be that of one way of handling', async () => {
    const { receipt, call } = await office();
    const idsOf = async (way: string) => {
      const { json } = await call(LIST, { query: { way } });
      return json.cases.map(({ id }: { id: string }) => id);
    };
    expect([await idsOf('local'), await idsOf('inspection')]).toEqual([[receipt], []]);
  });

  it('of an organ below may be asked for, of another not', async () => {
    const { call } = await office();
    const claims = { ...CLAIMS, organ: 'city' };
    expect((await call(LIST, { claims, query: { organ: 'county' } })).status).toBe(200);
    expect((await call(LIST, { query: { organ: 'neighbour' } })).status).toBe(403);
  });

  it.each([
    [{ status: 'no-such-status' }, '/status'],
    [{ due: 'tomorrow' }, '/due'],
    [{ cursor: '!' }, '/cursor'],
    [{ cursor: 'never' }, '/cursor'],
    [{ organ: 'countyy' }, '/organ'],
    [{ organe: 'county' }, ''],
    [{ receipt: '12' }, '/receipt'],
    [{ tab: 'late' }, '/tab'],
  ])('refuses %j and says where', async (query, pointer) => {
    const { call } = await office();
    const { status, json } = await call(LIST, { query: query as Record<string, string> });
    expect([status, json.errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('the organs', () => {
  it('are listed with the ids by which commands and lists name them, and nobody who works there', async () => {
    const { call } = await office();
    const { json, text } = await call('GET /v1/organs');
    expect(json.organs.map(({ id }: { id: string }) => id)).toEqual([
      'desk',
      'province',
      'city',
      'county',
      'neighbour',
    ]);
    expect(json.organs[3]).toEqual({
      ...{
        id: 'county',
        name: 'county局',
        level: 'county',
        division: '990101',
        department: 'ecology',
        superior: 'city',
      },
    });
    expect(text).not.toMatch(/example|139000/);
  });
});

describe('a batch', () => {
  const BATCH = 'POST /v1/cases/batch';
  const body = (id: string) => ({ command: { type: 'accept' }, cases: [{ id, expectedVersion: 1 }] });

  it('is done once under its key, and refused without one or under that of another', async () => {
    const { receipt, call, world } = await office();
    const headers = { 'idempotency-key': 'batch-1' };
    const done = [{ id: receipt, result: 'done', version: 2 }];
    for (const _ of ['once', 'again'])
      expect((await call(BATCH, { body: body(receipt), headers })).json).toEqual({ results: done });
    expect((await world.cases.load(receipt))!.version).toBe(2);
    expect((await call(BATCH, { body: body(receipt) })).json.type).toMatch(/invalid-idempotency-key/);
    expect((await call(BATCH, { body: body('QH-X'), headers })).json.type).toMatch(/idempotency-key-reused/);
  });

  it.each([
    [{ cases: [] }, '/cases'],
    [{ cases: Array.from({ length: 101 }, (_, n) => ({ id: `QH-${n}`, expectedVersion: 1 })) }, '/cases'],
    [{ cases: Array(2).fill({ id: 'QH-1', expectedVersion: 1 }) }, '/cases'],
    [{ command: { type: 'propose-closing', answer: '已办结' } }, '/command/type'],
  ])('of %j is refused', async (changes, pointer) => {
    const { call } = await office();
    const headers = { 'idempotency-key': 'batch-1' };
    const { status, json } = await call(BATCH, { body: { ...body('QH-1'), ...changes }, headers });
    expect([status, json.errors[0].pointer]).toEqual([400, pointer]);
  });
});
