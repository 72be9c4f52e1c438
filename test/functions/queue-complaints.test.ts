import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { memoryQueue } from '../../adapters/memory/queue.ts';
import { createHandler } from '../../functions/queue-complaints/handler.ts';

const inserted = (...receipts: (string | undefined)[]) =>
  ({
    Records: receipts.map((receipt, i) => ({
      eventID: `e${i}`,
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: `10${i}`, Keys: receipt ? { receipt: { S: receipt } } : { pk: { S: 'x' } } },
    })),
  }) as DynamoDBStreamEvent;

const now = () => new Date('2026-06-02T02:00:00Z');

const world = (refuse?: (body: string) => boolean) => {
  const letters: unknown[] = [];
  const registerQueue = memoryQueue(refuse);
  return { letters, registerQueue, setAside: async (letter: unknown) => void letters.push(letter) };
};

describe('new complaints in the vault', () => {
  it('are queued by their receipts and nothing else', async () => {
    const { registerQueue, setAside } = world();
    const answer = await createHandler({ registerQueue, setAside, now })(inserted('QH-1', 'QH-2'));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(registerQueue.sent).toEqual(['{"receipt":"QH-1"}', '{"receipt":"QH-2"}']);
  });

  it('come back from the first that the queue refused', async () => {
    const { registerQueue, setAside } = world((body) => /QH-[23]/.test(body));
    const answer = await createHandler({ registerQueue, setAside, now })(inserted('QH-1', 'QH-2', 'QH-3', 'QH-4'));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
  });

  it('are not held up by a record without a receipt, which is set aside', async () => {
    const { registerQueue, setAside, letters } = world();
    expect(await createHandler({ registerQueue, setAside, now })(inserted(undefined, 'QH-2'))).toEqual({
      batchItemFailures: [],
    });
    expect(letters).toEqual([{ body: '{"eventID":"e0","keys":{"pk":{"S":"x"}}}', reason: 'no receipt in the key' }]);
    expect(registerQueue.sent).toEqual(['{"receipt":"QH-2"}']);
  });
});
