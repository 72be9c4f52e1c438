import { setTimeout as delay } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Broker } from '../aws/broker.ts';
import type { SimulatedClock } from '../clock.ts';
import type { FunctionPool } from '../functions/function-pool.ts';
import { failedItems, type Mapping } from '../template/mappings.ts';
import type { Names } from '../template/resource-names.ts';

export interface QueueConsumer {
  /** Messages whose handling has ended, well or badly. */
  processed(): number;
  stop(): void;
}

export interface QueueSurroundings {
  readonly client: SQSClient;
  readonly broker: Broker;
  readonly clock: SimulatedClock;
  readonly names: Names;
  readonly region: string;
}

/**
 * A failed message comes back after a thousandth of the time it would take on AWS, so that five receives pass in a
 * moment.
 */
const HASTE = 1_000;
const SQS_BATCH = 10;

/** Brings a queue's messages to its function, several batches at once, as Lambda's pollers do. */
export function consumeQueue(mapping: Mapping, target: FunctionPool, surroundings: QueueSurroundings): QueueConsumer {
  const { client, broker, clock, names } = surroundings;
  const queueName = names.physicalName(mapping.source);
  const QueueUrl = broker.queueUrl(queueName);
  const eventSourceARN = names.arn(mapping.source);
  const firstReceived = new Map<string, number>();
  const stopping = new AbortController();
  let processed = 0;

  const receive = async () => {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: Math.min(SQS_BATCH, mapping.batchSize),
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    const { Messages = [] } = await client.send(command, { abortSignal: stopping.signal });
    return Messages;
  };

  const toRecord = (message: Message) => {
    const messageId = message.MessageId!;
    const sentAt = broker.sentAt(messageId) ?? clock.milliseconds();
    if (!firstReceived.has(messageId)) firstReceived.set(messageId, clock.milliseconds());
    return {
      messageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body ?? '',
      attributes: {
        ...message.Attributes,
        SentTimestamp: String(sentAt),
        ApproximateFirstReceiveTimestamp: String(firstReceived.get(messageId)),
      },
      messageAttributes: attributesOf(message.MessageAttributes ?? {}),
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: surroundings.region,
    };
  };

  const handle = async (messages: readonly Message[]) => {
    const records = messages.map(toRecord);
    const wanted = records.filter((record) => mapping.filter({ ...record, body: asJson(record.body) }));
    const failed = wanted.length === 0 ? new Set<string>() : await failuresOf(wanted, target, mapping);
    const done = records.filter(({ messageId }) => !failed.has(messageId));
    for (const { messageId } of done) firstReceived.delete(messageId);
    await Promise.all([
      remove(done.map(({ receiptHandle }) => receiptHandle!)),
      ...records.filter(({ messageId }) => failed.has(messageId)).map(({ receiptHandle }) => giveBack(receiptHandle!)),
    ]);
    processed += records.length;
  };

  const remove = async (handles: readonly string[]) => {
    if (handles.length === 0) return;
    const Entries = handles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  };

  const giveBack = async (ReceiptHandle: string) => {
    const inFlight = broker.messages(queueName)?.messages.inflight ?? [];
    const deadline = inFlight.find(({ receiptHandle }) => receiptHandle === ReceiptHandle)?.visibilityDeadline;
    if (deadline === undefined) return;
    // Whatever invisibility is left, be it the queue's or one that the function asked for.
    await delay(Math.max(0, deadline - Date.now()) / HASTE, undefined, { signal: stopping.signal });
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  };

  const poll = async () => {
    while (!stopping.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length > 0) await handle(messages);
      } catch (error) {
        if (!stopping.signal.aborted) console.error(`queue ${queueName}: ${(error as Error).message}`);
      }
    }
  };

  const pollers = Math.min(mapping.concurrency ?? POLLERS, POLLERS);
  for (let count = 0; count < pollers; count += 1) void poll();
  return { processed: () => processed, stop: () => stopping.abort() };
}

/** As many as a function that no person waits for has workers. */
const POLLERS = 3;

async function failuresOf(
  records: readonly { readonly messageId: string }[],
  target: FunctionPool,
  mapping: Mapping,
): Promise<ReadonlySet<string>> {
  const identifiers = records.map(({ messageId }) => messageId);
  try {
    const result = await target.invoke({ Records: records });
    return mapping.reportsItemFailures ? failedItems(result, identifiers) : new Set();
  } catch {
    return new Set(identifiers);
  }
}

function attributesOf(attributes: Readonly<Record<string, MessageAttributeValue>>) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType,
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  );
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
