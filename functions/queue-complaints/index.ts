import { SQSClient } from '@aws-sdk/client-sqs';
import { sqsDeadLetters } from '../../adapters/sqs/dead-letters.ts';
import { sqsQueue } from '../../adapters/sqs/queue.ts';
import { readEnv } from '../shared/env.ts';
import { createHandler } from './handler.ts';

const env = readEnv('REGISTER_QUEUE_URL', 'DEAD_LETTER_QUEUE_URL');
const client = new SQSClient();

export const handler = createHandler({
  registerQueue: sqsQueue(client, env.REGISTER_QUEUE_URL),
  setAside: sqsDeadLetters(client, env.DEAD_LETTER_QUEUE_URL),
  now: () => new Date(),
});
