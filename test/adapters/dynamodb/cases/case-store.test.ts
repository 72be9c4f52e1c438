import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../adapters/digest.ts';
import { dynamoCaseStore } from '../../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDueIndex } from '../../../../adapters/dynamodb/cases/due-index.ts';
import { attributesOfEvent } from '../../../../adapters/dynamodb/cases/event-items.ts';
import { BEGINNING, linked } from '../../../../domain/audit/chain.ts';
import type { StaffCommand } from '../../../../domain/case/acts.ts';
import type { CaseEvent } from '../../../../domain/case/events.ts';
import { evolve } from '../../../../domain/case/evolve.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { type Commit, commandCase, filed } from '../../../../usecases/cases/command-case.ts';
import { caseAfter, closedBy, FOUR_MET, orderedBy, registeredAt, swept } from '../../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing, contextAt, policies, staffOf } from '../../../support/rules.ts';

const TABLE = 'cases';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

const store = () => dynamoCaseStore(service.tables, TABLE, AS_WRITTEN);
const due = () => dynamoDueIndex(service.tables, TABLE);
let receipts = 1_000;

/** The commit that opens a new case. */
function opening(): Commit {
  receipts += 1;
  const id = `QH-0000-0000-${String(receipts).padStart(4, '0')}`;
  const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
  return commitOf(
    { ...state, id },
    events.map((event) => ({ ...event, caseId: id })),
  );
}

const commitOf = (state: Commit['state'], events: readonly CaseEvent[]): Commit => ({
  events,
  ...filed(state, contextAt(beijing('2026-06-01 10:00'))),
});

/** The commit that follows, with an event that names who made it. */
function next({ state }: Commit, name: string): Commit {
  const event: CaseEvent = {
    type: 'reported',
    findings: name,
    caseId: state.id,
    seq: state.version + 1,
    at: beijing('2026-06-02 10:00'),
    actor: { ...staffOf('county'), name },
    started: [],
  };
  return commitOf(evolve(state, event, policies), [event]);
}

describe('a case in the table', () => {
  it('comes back as it was written, with its events in order', async () => {
    const { state, events } = caseAfter(
      registeredAt(beijing('2026-06-01 10:00'), { inspection: { batch: '3', item: 'D3QH001' }, flags: ['truncated'] }),
      swept(beijing('2026-06-04 09:00')),
      orderedBy('county', beijing('2026-06-05 10:00'), { type: 'accept' }),
      orderedBy('county', beijing('2026-06-06 09:00'), { type: 'request-extension', reason: '监测未完成' }),
      orderedBy('city', beijing('2026-06-06 10:00'), { type: 'extend' }),
      orderedBy('city', beijing('2026-06-07 10:00'), { type: 'assign', lead: 'county', assisting: ['neighbour'] }),
      orderedBy('county', beijing('2026-06-08 10:00'), { type: 'report', findings: '属实' }),
      orderedBy('city', beijing('2026-06-08 11:00'), { type: 'return', missing: '监测报告' }),
      orderedBy('county', beijing('2026-06-08 12:00'), { type: 'report', findings: '已补' }),
      ...closedBy('city', beijing('2026-06-09 10:00'), { answer: '企业已按要求完成整改。', ...FOUR_MET }),
    );
    expect(await store().commit(commitOf(state, events))).toBe('committed');
    const links = linked(events.map(attributesOfEvent), BEGINNING, sha256).map(({ prev, hash }) => ({ prev, hash }));
    const head = { seq: events.length, hash: links.at(-1)!.hash };
    expect(await store().load(state.id)).toEqual({ ...JSON.parse(JSON.stringify(state)), head });
    const written = JSON.parse(JSON.stringify(events)).map((event: CaseEvent, index: number) => ({
      ...event,
      ...links[index],
    }));
    expect(await store().events(state.id)).toEqual(written);
  });

  it('that was never written is not there', async () => {
    expect(await store().load('QH-NONE')).toBeUndefined();
    expect(await store().events('QH-NONE')).toEqual([]);
  });

  it('is opened once, however often', async () => {
    const commit = opening();
    expect(await store().commit(commit)).toBe('committed');
    expect(await store().commit(commit)).toBe('conflict');
  });

  it('changes wholly or not at all: an event number that is taken stops the case as well', async () => {
    const first = opening();
    const second = next(first, '甲');
    await store().commit(first);
    await store().commit({ ...second, state: { ...second.state, version: 1 } });
    expect(await store().commit(next(first, '乙'))).toBe('conflict');
    expect((await store().load(first.state.id))?.status).toBe('reported');
    expect((await store().events(first.state.id)).map(({ actor }) => 'name' in actor && actor.name)).toEqual([
      false,
      '甲',
    ]);
  });

  it('takes one of fifty changes that were decided on the same version', async () => {
    const first = opening();
    await store().commit(first);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store().commit(next(first, `第${index}人`))),
    );
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
    expect((await store().load(first.state.id))?.version).toBe(2);
    expect(await store().events(first.state.id)).toHaveLength(2);
  });

  it('under twenty commands at once takes one, and the others see what it left', async () => {
    const first = opening();
    await store().commit(first);
    const { id } = first.state;
    const accept = () =>
      commandCase(id, { type: 'accept' }, contextAt(beijing('2026-06-02 10:00'), staffOf('county')), store());
    const outcomes = await Promise.all(Array.from({ length: 20 }, accept));
    const kinds = outcomes.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['done', ...Array(19).fill('refused')]);
  });

  it('gives its events in order over many pages', async () => {
    const first = opening();
    await store().commit(first);
    let last = first;
    const words = '查'.repeat(20_000);
    for (let count = 0; count < 24; count += 1) {
      last = next(last, `${count}`);
      await store().commit({
        ...last,
        events: last.events.map((event) => ({ ...event, findings: words }) as CaseEvent),
      });
    }
    const events = await store().events(first.state.id);
    expect(Buffer.byteLength(JSON.stringify(events))).toBeGreaterThan(1024 * 1024);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });
});

describe('a case that a newer release has written', () => {
  const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
  const id = 'QH-0000-0000-9001';
  const key = { pk: `CASE#${id}`, sk: 'CASE' };
  const [clock, ...clocks] = state.clocks;
  const review = { ...clock, name: 'review', policy: '2027-9', ladder: 'steep' };
  const newer = {
    ...key,
    ...JSON.parse(JSON.stringify({ ...state, id, classification: { ...state.classification, lang: 'en' } })),
    clocks: [{ ...clock, pausedAt: '2026-06-01T03:00:00.000Z' }, ...clocks, review],
    instruction: { by: '厅长', text: '请抓紧办理' },
  };
  const itemAfter = async (...commands: readonly StaffCommand[]) => {
    const { tables } = service;
    await tables.send(new PutCommand({ TableName: TABLE, Item: newer }));
    for (const event of events) {
      const item = { ...event, caseId: id, pk: key.pk, sk: `EVENT#${String(event.seq).padStart(6, '0')}` };
      await tables.send(new PutCommand({ TableName: TABLE, Item: JSON.parse(JSON.stringify(item)) }));
    }
    for (const command of commands) {
      const outcome = await commandCase(
        id,
        command,
        contextAt(beijing('2026-06-02 10:00'), staffOf('county')),
        store(),
      );
      expect(outcome.kind).toBe('done');
    }
    return (await tables.send(new GetCommand({ TableName: TABLE, Key: key }))).Item!;
  };

  it('keeps what only that release knows, after a command of this one', async () => {
    const item = await itemAfter({ type: 'accept' });
    expect(item).toMatchObject({
      status: 'accepted',
      instruction: newer.instruction,
      classification: { lang: 'en' },
    });
    expect(item.clocks[0]).toMatchObject({ name: 'tell', pausedAt: '2026-06-01T03:00:00.000Z' });
    expect(item.clocks.find(({ name }: { name: string }) => name === 'review')).toEqual(review);
  });

  it('causes no timer of a clock that this release does not know, and the clock stops when the case ends', async () => {
    const ended = { ...newer, version: 3 };
    const { Item } = await service.tables.send(new GetCommand({ TableName: TABLE, Key: key }));
    expect(Item!.version).toBe(ended.version - 1);
    for (const { command, context } of closedBy('county', beijing('2026-06-03 10:00'), {
      answer: '经查属实，已按要求整改。',
    }))
      await commandCase(id, command, context, store());
    const closed = await store().load(id);
    expect(closed?.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
  });
});

describe('the next look at a case', () => {
  const dueAtOf = async (id: string) => {
    const key = { pk: `CASE#${id}`, sk: 'CASE' };
    const { Item } = await service.tables.send(new GetCommand({ TableName: TABLE, Key: key }));
    return [Item?.duePk, Item?.dueAt];
  };

  it('moves without an event, and goes when no timer is left', async () => {
    const { state, ...commit } = opening();
    await store().commit({ state, ...commit });
    await store().reschedule({ state, ...commit, nextTimerAt: '2026-06-09T01:00:00.000Z' });
    expect(await dueAtOf(state.id)).toEqual([expect.stringMatching(/^DUE#\d$/), '2026-06-09T01:00:00.000Z']);
    await store().reschedule({ state, ...commit, nextTimerAt: undefined });
    expect(await dueAtOf(state.id)).toEqual([undefined, undefined]);
    expect(await store().events(state.id)).toHaveLength(1);
  });

  it('stays as it is when the case has changed meanwhile', async () => {
    const first = opening();
    await store().commit(first);
    const second = next(first, '甲');
    await store().commit(second);
    await store().reschedule({ ...first, nextTimerAt: '2026-06-09T01:00:00.000Z' });
    expect((await dueAtOf(first.state.id))[1]).toBe(second.nextTimerAt);
    expect((await store().load(first.state.id))?.version).toBe(2);
  });

  it('is over when the case has ended', async () => {
    const first = opening();
    await store().commit(first);
    const decline = { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' } as const;
    await commandCase(first.state.id, decline, contextAt(beijing('2026-06-02 10:00'), staffOf('county')), store());
    expect(await dueAtOf(first.state.id)).toEqual([undefined, undefined]);
    expect(await due().dueBy('2099-01-01T00:00:00.000Z', 500)).not.toContain(first.state.id);
  });
});
