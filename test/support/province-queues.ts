import { SQSClient } from '@aws-sdk/client-sqs';
import { QUEUES } from '../../usecases/operations/queues.ts';

type Input = Readonly<Record<string, string>>;

/** The queues of a province in memory, behind the client of SQS; `onSent` is told what is put on one. */
export function provinceQueues(province: string, onSent: (queue: string, body: string) => Promise<void>) {
  const prefix = `https://sqs.example/1/huiyin-${province}-`;
  const held = new Map<string, readonly string[]>(QUEUES.map((name) => [name, []]));
  const bodiesIn = (queue: string): readonly string[] => held.get(queue)!;
  const put = (queue: string, body: string) => void held.set(queue, [...bodiesIn(queue), body]);
  const inHand = new Set<string>();
  const SentTimestamp = String(Date.parse('2026-06-01T00:00:00.000Z'));
  const letter = (Body: string) => ({ MessageId: Body, ReceiptHandle: Body, Body, Attributes: { SentTimestamp } });

  const answers: Readonly<Record<string, (queue: string, input: Input) => object | Promise<object>>> = {
    ListQueuesCommand: () => ({ QueueUrls: QUEUES.map((name) => prefix + name) }),
    GetQueueAttributesCommand: (queue) => ({
      Attributes: { ApproximateNumberOfMessages: String(bodiesIn(queue).length) },
    }),
    ReceiveMessageCommand(queue, { MaxNumberOfMessages }) {
      const taken = bodiesIn(queue)
        .filter((body) => !inHand.has(body))
        .slice(0, Number(MaxNumberOfMessages));
      for (const body of taken) inHand.add(body);
      return { Messages: taken.map(letter) };
    },
    ChangeMessageVisibilityCommand(_, { ReceiptHandle = '' }) {
      inHand.delete(ReceiptHandle);
      return {};
    },
    DeleteMessageCommand(queue, { ReceiptHandle }) {
      held.set(
        queue,
        bodiesIn(queue).filter((body) => body !== ReceiptHandle),
      );
      return {};
    },
    async SendMessageCommand(queue, { MessageBody = '' }) {
      put(queue, MessageBody);
      await onSent(queue, MessageBody);
      return { MessageId: '1' };
    },
  };
  const client = new SQSClient({ region: 'ap-southeast-1', credentials: { accessKeyId: 'A', secretAccessKey: 'S' } });
  client.send = async (command: { readonly input: object }) => {
    const input = command.input as Input;
    return answers[command.constructor.name]!((input.QueueUrl ?? '').slice(prefix.length), input);
  };
  return { client, bodiesIn, put };
}
