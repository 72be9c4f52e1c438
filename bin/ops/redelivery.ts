import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { dynamoImages } from '../../adapters/dynamodb/stream-image.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { queuesOf } from '../../adapters/sqs/queue-depths.ts';
import { redeliverDeadLetter } from '../../usecases/operations/redeliver-dead-letter.ts';
import type { RedriveDeps } from '../../usecases/operations/redrive.ts';
import type { OpsStack } from './connect.ts';

/** How the letters of that queue come once more to whoever could do nothing with them. */
export function handingOver(queue: string, stack: OpsStack): RedriveDeps['handOver'] {
  const { tables, stores, functions } = stack;
  const deps = {
    send: sendingTo(stack),
    invoke: functions.invoke,
    imageOf: dynamoImages(tables, stores.CASE_TABLE_NAME),
    isKept: dynamoVault(tables, stores.VAULT_TABLE_NAME).isKnown,
  };
  return (letter) => redeliverDeadLetter(queue, letter, deps);
}

/** Puts a message on a queue of the province, by its name, and gives the id of the message. */
export function sendingTo({ sqs, config }: Pick<OpsStack, 'sqs' | 'config'>) {
  let urls: ReturnType<typeof queuesOf> | undefined;
  return async (queue: string, MessageBody: string): Promise<string> => {
    urls ??= queuesOf(sqs, config.settings.id);
    const QueueUrl = (await urls).get(queue);
    return (await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))).MessageId ?? '';
  };
}
