import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetter, LetterBox } from '../../usecases/operations/redrive.ts';

/** Long enough for one letter to be handed over, whatever its function does. */
const IN_HAND_SECONDS = 120;

/** A dead-letter queue, worked by hand. Needs no redrive of SQS, which the regions of China do not have. */
export function sqsLetterBox(client: SQSClient, QueueUrl: string): LetterBox {
  const receive = async (MaxNumberOfMessages: number) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages,
        VisibilityTimeout: IN_HAND_SECONDS,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['reason'],
        MessageSystemAttributeNames: ['SentTimestamp', 'DeadLetterQueueSourceArn'],
      }),
    );
    return Messages.map(letterIn);
  };
  const giveBack = async ({ handle }: DeadLetter) => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: 0 }));
  };
  return {
    take: async () => (await receive(1))[0],
    giveBack,
    async remove({ handle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
    },
    async look(most) {
      const seen = new Map<string, DeadLetter>();
      for (let page = await receive(10); page.length > 0 && seen.size < most; page = await receive(10))
        for (const letter of page) seen.set(letter.id, letter);
      await Promise.all([...seen.values()].map(giveBack));
      return [...seen.values()].slice(0, most);
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
