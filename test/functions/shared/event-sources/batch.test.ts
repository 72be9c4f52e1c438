import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forEachMessage } from '../../../../functions/shared/event-sources/batch.ts';
import { PoisonMessage, understood } from '../../../../functions/shared/event-sources/poison.ts';
import { UnusableSecret } from '../../../../usecases/operations/unusable-secret.ts';

const messages = (bodies: readonly string[], receives = 1) =>
  ({
    Records: bodies.map((body, i) => ({
      messageId: `m${i}`,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
    })),
  }) as unknown as SQSEvent;

const desk = () => {
  const letters: { body: string; reason: string }[] = [];
  return { letters, setAside: async (letter: { body: string; reason: string }) => void letters.push(letter) };
};

describe('a batch of messages', () => {
  it('gives back only the message that failed for a passing reason', async () => {
    const { letters, setAside } = desk();
    const work = async ({ body }: { body: string }) => {
      if (body === 'busy') throw new Error('throttled');
    };

    const answer = await forEachMessage(work, { setAside })(messages(['fine', 'busy', 'fine']));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(letters).toEqual([]);
  });

  it.each([
    ['what does not fit its schema', '{"receipt":7}', 'ZodError /receipt'],
    ['what is no JSON', '{', 'SyntaxError'],
  ])('sets %s aside with the kind and place of the fault', async (_, body, reason) => {
    const { letters, setAside } = desk();
    const work = async (record: { body: string }) => {
      understood(() => z.object({ receipt: z.string() }).parse(JSON.parse(record.body)));
    };

    const answer = await forEachMessage(work, { setAside })(messages(['{"receipt":"a"}', body]));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body, reason }]);
  });

  it.each([
    ['a secret', new UnusableSecret('huiyin/demo/repeats: no JSON')],
    ['what lies in a table', new z.ZodError([])],
  ])('gives back the message where %s cannot be read: that is not its fault', async (_, fault) => {
    const { letters, setAside } = desk();
    const answer = await forEachMessage(() => Promise.reject(fault), { setAside })(messages(['fine']));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(letters).toEqual([]);
  });

  it('sets a message aside itself on the last receive, so that its reason is kept', async () => {
    const { letters, setAside } = desk();
    const work = () => Promise.reject(Object.assign(new Error('secret'), { name: 'ThrottlingException' }));

    const answer = await forEachMessage(work, { setAside })(messages(['busy'], 5));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body: 'busy', reason: 'ThrottlingException' }]);
  });

  it('leaves poison on the queue while the dead-letter queue cannot be reached', async () => {
    const work = () => Promise.reject(new PoisonMessage('no such thing'));
    const setAside = () => Promise.reject(new Error('away'));

    const answer = await forEachMessage(work, { setAside })(messages(['x']));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });
});
