import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PoisonMessage } from '../../../../functions/shared/event-sources/poison.ts';
import { forEachRecord } from '../../../../functions/shared/event-sources/records.ts';
import { QueueRefused } from '../../../../usecases/notices/relaying/queue-refused.ts';
import { UnusableSecret } from '../../../../usecases/operations/unusable-secret.ts';
import { desk } from '../../../support/messages.ts';

const NOW = new Date('2026-06-02T02:00:00Z');

/** Records named by case and number, such as `A1`, in the order of the stream, so many minutes old. */
const batch = (names: readonly string[], minutes?: number) =>
  ({
    Records: names.map((name, index) => ({
      eventID: name,
      dynamodb: {
        SequenceNumber: String(100 + index),
        Keys: { pk: { S: name[0] }, sk: { S: name.slice(1) } },
        ...(minutes !== undefined && { ApproximateCreationDateTime: NOW.getTime() / 1000 - minutes * 60 }),
      },
    })),
  }) as DynamoDBStreamEvent;

/** Works off a batch of which some records fail: what was done, what lies aside, and from where the stream comes again. */
async function worked(event: DynamoDBStreamEvent, faults: Readonly<Record<string, Error>>, isDeskAway = false) {
  const done: string[] = [];
  const { letters, setAside } = desk();
  const away = () => Promise.reject(new Error('away'));
  const work = async ({ eventID = '' }: DynamoDBRecord) => {
    const fault = faults[eventID];
    if (fault) throw fault;
    done.push(eventID);
  };
  const answer = await forEachRecord(work, { setAside: isDeskAway ? away : setAside, now: () => NOW })(event);
  const names = new Map(event.Records.map(({ eventID, dynamodb }) => [dynamodb!.SequenceNumber, eventID]));
  const [again] = answer.batchItemFailures.map(({ itemIdentifier }) => names.get(itemIdentifier));
  return { done, aside: letters.map(({ body }) => JSON.parse(body).eventID as string), again, letters };
}

const ours = new TypeError('secret');
const theirs = Object.assign(new Error('secret'), { name: 'ThrottlingException', $metadata: {} });
const refused = new QueueRefused('2 notices');

describe('a batch of stream records', () => {
  it('goes on with other cases after one that failed, and comes back from that one', async () => {
    const { done, aside, again } = await worked(batch(['A1', 'B1', 'C1'], 1), { B1: ours });
    expect({ done, aside, again }).toEqual({ done: ['A1', 'C1'], aside: [], again: 'B1' });
  });

  it('keeps no case waiting for another, and of one case each for the one before', async () => {
    const done: string[] = [];
    const isOtherDone = Promise.withResolvers<void>();
    const work = async ({ eventID = '' }: DynamoDBRecord) => {
      if (eventID === 'A1') await isOtherDone.promise;
      done.push(eventID);
      if (eventID === 'B1') isOtherDone.resolve();
    };
    await forEachRecord(work, { setAside: desk().setAside, now: () => NOW })(batch(['A1', 'A2', 'B1']));
    expect(done).toEqual(['B1', 'A1', 'A2']);
  });

  it('keeps what happened to one case in order: what follows the failed one waits', async () => {
    const { done, again } = await worked(batch(['A1', 'A2', 'B1', 'A3'], 1), { A1: ours });
    expect({ done, again }).toEqual({ done: ['B1'], again: 'A1' });
  });

  it('goes on after poison, of which only the key is set aside', async () => {
    const { done, again, letters } = await worked(batch(['A1', 'A2']), { A1: new PoisonMessage('unknown kind') });
    expect({ done, again }).toEqual({ done: ['A2'], again: undefined });
    expect(letters).toEqual([
      { body: '{"eventID":"A1","keys":{"pk":{"S":"A"},"sk":{"S":"1"}}}', reason: 'unknown kind' },
    ]);
  });

  it('comes back from poison that the desk could not be given', async () => {
    const { again } = await worked(batch(['A1', 'B1'], 90), { A1: new PoisonMessage('unknown kind') }, true);
    expect(again).toBe('A1');
  });
});

describe('a record that keeps failing', () => {
  it.each([
    { fault: 'ours', error: ours, beside: 'others succeed', waits: 9, goes: 11 },
    { fault: 'ours', error: ours, beside: 'nothing', waits: 59, goes: 61 },
    { fault: 'ours', error: new Error('no such policy'), beside: 'nothing', waits: 59, goes: 61 },
    { fault: 'of what lies in a table', error: new z.ZodError([]), beside: 'others succeed', waits: 9, goes: 11 },
    { fault: 'of a service', error: theirs, beside: 'others succeed', waits: 59, goes: 61 },
    { fault: 'of a queue', error: refused, beside: 'others succeed', waits: 59, goes: 61 },
  ])('by a fault $fault, while $beside beside it, is set aside after $waits minutes', async (row) => {
    const names = row.beside === 'nothing' ? ['A1'] : ['A1', 'B1'];
    const young = await worked(batch(names, row.waits), { A1: row.error });
    const old = await worked(batch(names, row.goes), { A1: row.error });
    expect([young.aside, young.again]).toEqual([[], 'A1']);
    expect([old.aside, old.again]).toEqual([['A1'], undefined]);
    expect(old.letters[0]!.reason).toBe(row.error.name);
  });

  it('lets the later records of its case go on once it lies aside, in their order', async () => {
    const first = await worked(batch(['A1', 'A2', 'B1', 'A3'], 30), { A1: ours });
    expect(first).toMatchObject({ done: ['B1'], aside: ['A1'], again: 'A2' });
    expect(await worked(batch(['A2', 'B1', 'A3'], 30), {})).toMatchObject({ done: ['A2', 'B1', 'A3'] });
  });

  it.each([
    ['a service', theirs],
    ['a queue', refused],
    ['a secret', new UnusableSecret('huiyin/demo/senders: /keys')],
  ])('with all others, because %s is away, waits as long as the stream keeps it', async (_, error) => {
    const { aside, again } = await worked(batch(['A1', 'B1'], 23 * 60), { A1: error, B1: error });
    expect([aside, again]).toEqual([[], 'A1']);
  });

  it('stays in the stream while the dead-letter queue cannot be reached', async () => {
    expect((await worked(batch(['A1', 'B1'], 90), { A1: ours }, true)).again).toBe('A1');
  });

  it('is not set aside when ops relay it by hand, with no time of the stream: they are told that it failed', async () => {
    const { aside, again } = await worked(batch(['A1']), { A1: ours });
    expect([aside, again]).toEqual([[], 'A1']);
  });
});
