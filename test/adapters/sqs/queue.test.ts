import type { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { sqsDeadLetters } from '../../../adapters/sqs/dead-letters.ts';
import { sqsQueue } from '../../../adapters/sqs/queue.ts';

it('sends ten messages a call and tells which were refused', async () => {
  const calls: { Id: string; MessageBody: string }[][] = [];
  const send = async ({ input }: { input: { Entries: { Id: string; MessageBody: string }[] } }) => {
    calls.push(input.Entries);
    return { Failed: input.Entries.filter(({ MessageBody }) => MessageBody === 'b12') };
  };
  const queue = sqsQueue({ send } as unknown as SQSClient, 'url');

  expect(await queue.sendAll(Array.from({ length: 23 }, (_, i) => `b${i}`))).toEqual([12]);
  expect(calls.map((entries) => entries.length)).toEqual([10, 10, 3]);
});

it('sets a message aside with its reason as an attribute', async () => {
  const sent: unknown[] = [];
  const send = async ({ input }: { input: unknown }) => void sent.push(input);
  await sqsDeadLetters({ send } as unknown as SQSClient, 'url')({ body: '{}', reason: 'ZodError /receipt' });

  expect(sent).toEqual([
    {
      QueueUrl: 'url',
      MessageBody: '{}',
      MessageAttributes: { reason: { DataType: 'String', StringValue: 'ZodError /receipt' } },
    },
  ]);
});

it('sends with one call what several callers send at once, and tells each of its own', async () => {
  const calls: string[][] = [];
  const send = async ({ input }: { input: { Entries: { Id: string; MessageBody: string }[] } }) => {
    calls.push(input.Entries.map(({ MessageBody }) => MessageBody));
    await new Promise(setImmediate);
    return { Failed: input.Entries.filter(({ MessageBody }) => MessageBody === 'refused') };
  };
  const queue = sqsQueue({ send } as unknown as SQSClient, 'url');

  const earlier = queue.sendAll(['early']);
  await Promise.resolve();
  const others = [queue.sendAll(['a']), queue.sendAll(['b', 'refused']), queue.sendAll(['c'])];
  expect(await Promise.all([earlier, ...others])).toEqual([[], [], [1], []]);
  expect(calls).toEqual([['early'], ['a', 'b', 'refused', 'c']]);
});

it('that does not answer fails whatever went with that call, and nothing that went with another', async () => {
  const send = async ({ input }: { input: { Entries: { Id: string; MessageBody: string }[] } }) => {
    await new Promise(setImmediate);
    if (input.Entries.some(({ MessageBody }) => MessageBody === 'b0')) throw new Error('throttled');
    return {};
  };
  const queue = sqsQueue({ send } as unknown as SQSClient, 'url');

  const tens = ['a', 'b', 'c'].map((caller) => queue.sendAll(Array.from({ length: 10 }, (_, n) => `${caller}${n}`)));
  const answers = await Promise.allSettled(tens);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
