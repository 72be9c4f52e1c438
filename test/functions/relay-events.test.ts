import { describe, expect, it } from 'vitest';
import { eventsInRecords } from '../../adapters/dynamodb/cases/stream-events.ts';
import { memoryDayEntries } from '../../adapters/memory/day-entries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/relay-events/handler.ts';
import { caseAfter, registeredAt, swept } from '../support/cases.ts';
import { consoleOf, desk, streamOf } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')), swept(beijing('2026-06-11 09:00')));

function office(send?: (notices: readonly Notice[]) => Promise<void>) {
  const queued: Notice[] = [];
  const noticeQueue = { send: send ?? (async (notices: readonly Notice[]) => void queued.push(...notices)) };
  const { letters, setAside } = desk();
  const entries = memoryDayEntries();
  const refused = async () => 'conflict' as const;
  const cases = { load: async () => state, events: async () => events, commit: refused };
  return {
    queued,
    letters,
    entries,
    deps: {
      ...{
        eventOf: eventsInRecords(AS_WRITTEN),
        cases,
        incidents: memoryIncidents(),
        noticeQueue,
        rules: rules(),
        setAside,
      },
      entries,
      registerLater: async () => {},
      now: () => new Date(beijing('2026-06-11 10:00')),
    },
  };
}

describe('the stream of the case table', () => {
  it('becomes notices, in the order of the events', async () => {
    const { queued, deps } = office();
    expect(await createHandler(deps)(streamOf(events))).toEqual({ batchItemFailures: [] });
    expect(queued.map(({ id }) => id.split('#')[1])).toEqual(['1', '2', '3']);
  });

  it('has a record that holds no event set aside by its key, and the rest goes on', async () => {
    const { queued, letters, deps } = office();
    const poison = { caseId: 'QH-1', seq: 1, type: 'accepted', text: '工地每晚浇筑' };
    expect(await createHandler(deps)(streamOf([poison, ...events]))).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([
      {
        body: '{"eventID":"e0","keys":{"pk":{"S":"CASE#QH-1"},"sk":{"S":"EVENT#1"}}}',
        reason: expect.stringContaining('ZodError'),
      },
    ]);
    expect(queued).toHaveLength(3);
  });

  it('sets aside an event that only a newer release knows, by its key, and the stranger behind it is told', async () => {
    const { queued, letters, deps } = office();
    const newer = { ...events[0], caseId: 'QH-9', type: 'praised', text: '请认真办理' };
    expect(await createHandler(deps)(streamOf([newer, ...events]))).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([
      {
        body: '{"eventID":"e0","keys":{"pk":{"S":"CASE#QH-9"},"sk":{"S":"EVENT#1"}}}',
        reason: 'unrecognised event praised',
      },
    ]);
    expect(queued).toHaveLength(3);
  });

  it('is entered under its day: a receipt, and the last head even of an event that only a newer release knows', async () => {
    const { entries, deps } = office();
    const newer = { ...events[0], seq: 9, type: 'praised', hash: 'the ninth' };
    await createHandler(deps)(streamOf([events[0]!, newer]));
    const caseId = events[0]!.caseId;
    expect(await Array.fromAsync(entries.of('2026-06-01'))).toEqual([
      { receipt: caseId },
      { caseId, seq: 9, hash: 'the ninth' },
    ]);
  });

  it('has no event told that could not be entered: it comes back', async () => {
    const { queued, deps } = office();
    const refusing = { put: () => Promise.reject(new Error('throttled')) };
    expect(await createHandler({ ...deps, entries: refusing })(streamOf(events))).toEqual({
      batchItemFailures: [{ itemIdentifier: '100' }],
    });
    expect(queued).toEqual([]);
  });

  it('comes back from the record whose notices the queue did not take', async () => {
    let calls = 0;
    const { deps } = office(async () => {
      calls += 1;
      if (calls === 2) throw new Error('refused');
    });
    expect(await createHandler(deps)(streamOf(events))).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    expect(calls).toBe(2);
  });

  it('tells of all other cases while one of them fails, and of that one by its key once it has failed long', async () => {
    const { queued, letters, deps } = office();
    const broken = async () => Promise.reject(new Error('no such policy'));
    const load = (id: string) => (id === 'QH-9' ? broken() : deps.cases.load());
    const answer = async (minutes: number) => {
      const stream = streamOf([{ ...events[0], caseId: 'QH-9' }, ...events]);
      const madeAt = Date.parse(beijing('2026-06-11 10:00')) / 1000 - minutes * 60;
      for (const { dynamodb } of stream.Records) dynamodb!.ApproximateCreationDateTime = madeAt;
      return await createHandler({ ...deps, cases: { ...deps.cases, load } })(stream);
    };
    expect(await answer(1)).toEqual({ batchItemFailures: [{ itemIdentifier: '100' }] });
    expect([queued.length, letters.length]).toEqual([3, 0]);
    expect(await answer(11)).toEqual({ batchItemFailures: [] });
    expect(letters.map(({ body }) => JSON.parse(body).keys)).toEqual([
      { pk: { S: 'CASE#QH-9' }, sk: { S: 'EVENT#1' } },
    ]);
  });

  it('raises an alarm when a deadline reaches into a year whose holidays are not known', async () => {
    const late = caseAfter(registeredAt(beijing('2026-12-29 10:00')));
    const { deps } = office();
    const known = await consoleOf(() => createHandler(deps)(streamOf(events)));
    const guessed = await consoleOf(() => createHandler(deps)(streamOf(late.events)));
    expect(known).not.toContain('CalendarNotCovered');
    expect(guessed).toContain('"CalendarNotCovered":1');
  });

  it('logs which event became how many notices, and nothing of what they say', async () => {
    const { deps } = office();
    const written = await consoleOf(() => createHandler(deps)(streamOf(events.slice(0, 1) as CaseEvent[])));
    expect(written).toContain('"event":"event-relayed","caseId":"QH-0000-0000-0001","seq":1,"type":"registered"');
    expect(written).not.toContain('建筑施工噪声');
  });
});
