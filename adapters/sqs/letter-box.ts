import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetter, LetterBox } from '../../usecases/operations/redrive.ts';

const IN_HAND_SECONDS = 600;
const LOOKED_AT_SECONDS = 30;
/** SQS gives so many a call at most. */
const PER_CALL = 10;

/** A dead-letter queue, worked by hand. Needs no redrive of SQS, which the regions of China do not have. */
export function sqsLetterBox(
  client: SQSClient,
  QueueUrl: string,
): LetterBox & {
  /** So many letters at most, all of which stay. */
  look(most: number): Promise<readonly DeadLetter[]>;
} {
  async function receive(most: number, VisibilityTimeout: number): Promise<readonly DeadLetter[]> {
    const taken = new Map<string, DeadLetter>();
    while (taken.size < most) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(PER_CALL, most - taken.size),
          VisibilityTimeout,
          // All servers of SQS are asked, not some of them.
          WaitTimeSeconds: 1,
          MessageAttributeNames: ['reason'],
          MessageSystemAttributeNames: ['SentTimestamp', 'DeadLetterQueueSourceArn'],
        }),
      );
      if (Messages.length === 0) break;
      for (const letter of Messages.map(letterIn)) taken.set(letter.id, letter);
    }
    return [...taken.values()];
  }
  const giveBack = async ({ handle }: DeadLetter) => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: 0 }));
  };
  return {
    take: (most) => receive(most, IN_HAND_SECONDS),
    giveBack,
    async remove({ handle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
    },
    async look(most) {
      const letters = await receive(most, LOOKED_AT_SECONDS);
      await Promise.all(letters.map(giveBack));
      return letters;
    },
  };
}

function letterIn({ MessageId, Body = '', ReceiptHandle, Attributes, MessageAttributes }: Message): DeadLetter {
  const source = Attributes?.DeadLetterQueueSourceArn;
  return {
    id: MessageId ?? '',
    handle: ReceiptHandle ?? '',
    body: Body,
    reason: MessageAttributes?.reason?.StringValue,
    sentAt: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
    from: source?.slice(source.lastIndexOf(':') + 1),
  };
}
