import { describe, expect, it } from 'vitest';
import { memoryLetterBox } from '../../../adapters/memory/letter-box.ts';
import { FunctionFailed } from '../../../usecases/operations/function-failed.ts';
import { aboutOf, orderOf, redeliverDeadLetter } from '../../../usecases/operations/redeliver-dead-letter.ts';
import { type HandedOver, purge, type RedriveDeps, redrive } from '../../../usecases/operations/redrive.ts';

const YESTERDAY = '2026-11-30T02:00:00.000Z';
const NOW = '2026-12-01T02:00:00.000Z';
const ALL = { most: 1_000, before: NOW, inHand: 100 };

const event = (seq: number, id = 'QH-1') =>
  JSON.stringify({
    eventID: 'x',
    keys: { pk: { S: `CASE#${id}` }, sk: { S: `EVENT#${String(seq).padStart(6, '0')}` } },
  });

/** A dead-letter queue at work: what was handed over, and what was put down of it. */
function working(handOver: RedriveDeps['handOver'] = async () => ({ kind: 'sent', to: 'register', messageId: '1' })) {
  const box = memoryLetterBox();
  const [handed, proven]: [string[], [string, HandedOver['kind']][]] = [[], []];
  const deps: RedriveDeps = {
    box,
    orderOf,
    pause: async () => {},
    prove: ({ id }, became) => proven.push([id, became.kind]),
    async handOver(letter) {
      handed.push(letter.body);
      return await handOver(letter);
    },
  };
  return { box, deps, handed, proven };
}

describe('dead letters that are sent again', () => {
  it('go one by one, each put down before it is removed', async () => {
    const { box, deps, handed, proven } = working();
    for (const body of ['a', 'b', 'c']) box.put(body, YESTERDAY);
    expect(await redrive(ALL, deps)).toEqual({ handedOver: 3, kept: 0 });
    expect([handed, box.all(), proven.length]).toEqual([['a', 'b', 'c'], [], 3]);
  });

  it('stay where nothing can be done with them, and can be taken again at once', async () => {
    const { box, deps } = working(async () => ({ kind: 'kept', why: 'a place in a stream' }));
    box.put('a', YESTERDAY);
    expect(await redrive(ALL, deps)).toEqual({ handedOver: 0, kept: 1 });
    expect(await box.take(1)).toHaveLength(1);
  });

  it('go round no circle: what fails again at once is left for the next run', async () => {
    const { box, deps, handed } = working(async () => {
      box.put('a', NOW, { reason: 'ZodError /receipt' });
      return { kind: 'sent', to: 'register', messageId: '1' };
    });
    box.put('a', YESTERDAY);
    expect(await redrive(ALL, deps)).toEqual({ handedOver: 1, kept: 0 });
    expect([handed.length, box.all().length]).toEqual([1, 1]);
  });

  it('are all there after an interruption, and the next run goes on with the rest', async () => {
    let left = 2;
    const { box, deps, handed } = working(async () => {
      left -= 1;
      if (left < 0) throw new Error('the network is gone');
      return { kind: 'sent', to: 'register', messageId: '1' };
    });
    for (const body of ['a', 'b', 'c', 'd']) box.put(body, YESTERDAY);
    await expect(redrive(ALL, deps)).rejects.toThrow('the network is gone');
    box.comeBack();
    left = 10;
    await redrive(ALL, deps);
    expect([box.all(), handed]).toEqual([[], ['a', 'b', 'c', 'c', 'd']]);
  });

  it('go in the order of the case, however the queue gives them out', async () => {
    const { box, deps, handed } = working();
    for (const seq of [3, 1, 2]) box.put(event(seq), YESTERDAY);
    await redrive(ALL, deps);
    expect(handed).toEqual([1, 2, 3].map((seq) => event(seq)));
  });

  it('are as many as were asked for', async () => {
    const { box, deps } = working();
    for (const body of ['a', 'b', 'c']) box.put(body, YESTERDAY);
    await redrive({ ...ALL, most: 2 }, deps);
    expect(box.all()).toHaveLength(1);
  });
});

describe('dead letters that are removed for good', () => {
  it('are those that were named, each put down; the others can be taken at once', async () => {
    const { box, deps, proven } = working();
    for (const body of ['a', 'b', 'c']) box.put(body, YESTERDAY);
    expect(await purge({ ids: ['letter-2'], before: NOW, inHand: 2 }, deps)).toBe(1);
    expect(proven).toEqual([['letter-2', 'purged']]);
    expect(await box.take(9)).toHaveLength(2);
  });

  it('are none that came after somebody looked', async () => {
    const { box, deps } = working();
    box.put('a', NOW);
    expect(await purge({ ids: undefined, before: NOW, inHand: 10 }, deps)).toBe(0);
    expect(box.all()).toHaveLength(1);
  });
});

describe('a dead letter', () => {
  /** The province, as far as letters go there. */
  function handing(changes: { answer?: unknown; error?: Error; kept?: boolean; image?: object } = {}) {
    const sent: string[] = [];
    const deps = {
      send: async (queue: string, body: string) => `${sent.push(`${queue} ${body}`)}`,
      invoke: async (name: string, asked: unknown) => {
        sent.push(`${name} ${JSON.stringify(asked)}`);
        if (changes.error) throw changes.error;
        return changes.answer ?? { batchItemFailures: [] };
      },
      imageOf: async () => changes.image,
      isKept: async () => changes.kept ?? true,
    };
    const letter = (body: string, from?: string) => ({
      id: '1',
      handle: '1',
      body,
      reason: 'x',
      sentAt: YESTERDAY,
      from,
    });
    return {
      sent,
      over: (queue: string, body: string, from?: string) => redeliverDeadLetter(queue, letter(body, from), deps),
    };
  }

  const notice = (kind: string) => JSON.stringify({ id: 'QH-1#2#x', sms: { use: 'staff', values: { kind } } });

  it.each([
    ['register-dead-letters', '{"receipt":"QH-1"}', undefined, 'register'],
    ['mail-dead-letters', '{"Records":[]}', undefined, 'mail'],
    ['notices-dead-letters', notice('交办'), undefined, 'notices'],
    ['notices-dead-letters', notice('超期'), undefined, 'urgent-notices'],
    ['notices-dead-letters', 'no JSON', 'huiyin-demo-urgent-notices', 'urgent-notices'],
  ])('of %s goes back whole to where it came from', async (queue, body, from, to) => {
    const { sent, over } = handing();
    expect(await over(queue, body, from)).toMatchObject({ kind: 'sent', to });
    expect(sent).toEqual([`${to} ${body}`]);
  });

  it('of an event is done by its function, with the event as the stream would bring it', async () => {
    const { sent, over } = handing({ image: { pk: { S: 'CASE#QH-1' } } });
    expect(await over('relay-events-dead-letters', event(4))).toEqual({ kind: 'done', by: 'relay-events' });
    expect(JSON.parse(sent[0]!.slice('relay-events '.length))).toMatchObject({
      Records: [
        {
          eventName: 'INSERT',
          dynamodb: { Keys: { sk: { S: 'EVENT#000004' } }, NewImage: { pk: { S: 'CASE#QH-1' } } },
        },
      ],
    });
  });

  it('of an event that fails again stays', async () => {
    const { over } = handing({ image: {}, answer: { batchItemFailures: [{ itemIdentifier: '1' }] } });
    expect(await over('relay-events-dead-letters', event(4))).toMatchObject({ kind: 'kept' });
  });

  it('of an event that ends its function stays, and is no end of the others; where Lambda is away, all wait', async () => {
    const failing = (error: Error) => handing({ image: {}, error }).over('relay-events-dead-letters', event(4));
    expect(await failing(new FunctionFailed('relay-events failed: Runtime.ExitError'))).toEqual({
      kind: 'kept',
      why: 'relay-events failed: Runtime.ExitError',
    });
    await expect(failing(new Error('the network is gone'))).rejects.toThrow('the network is gone');
  });

  it('of a complaint that was erased has its sender forgotten', async () => {
    const { sent, over } = handing({ kept: false });
    await over('link-senders-dead-letters', '{"keys":{"receipt":{"S":"QH-1"}}}');
    expect(sent[0]).toContain('"eventName":"REMOVE"');
  });

  it('that names nothing but a place in a stream stays', async () => {
    const { sent, over } = handing();
    const body = '{"DDBStreamBatchInfo":{"shardId":"1","startSequenceNumber":"2"}}';
    expect(await over('queue-complaints-dead-letters', body)).toMatchObject({ kind: 'kept' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['{"receipt":"QH-1"}', 'QH-1'],
    [event(2), 'CASE#QH-1 EVENT#000002'],
    ['{"Records":[{"s3":{"object":{"key":"mail/1"}}}]}', 'mail/1'],
    ['{"noticeId":"QH-1#2","returnedFrom":"ab"}', 'QH-1#2'],
    ['{"mail":{"destination":["qian@citizen.example"]}}', '—'],
    ['qian@citizen.example', '—'],
  ])('is told by what it is about, and never by an address: %s', (body, about) => {
    expect(aboutOf({ body })).toBe(about);
  });
});
