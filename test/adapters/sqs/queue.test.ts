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
