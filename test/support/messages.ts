import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import type { CaseEvent } from '../../domain/case/events.ts';

export interface Letter {
  readonly body: string;
  readonly reason: string;
}

/** The desk on which messages are set aside. */
export function desk() {
  const letters: Letter[] = [];
  return { letters, setAside: async (letter: Letter) => void letters.push(letter) };
}

/** A batch as a queue hands it out: `m0`, `m1` … Values that are not text go as JSON. */
export const batchOf = (bodies: readonly unknown[], { sentAt = 0, receives = 1 } = {}): SQSEvent =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: String(receives) },
    })),
  }) as unknown as SQSEvent;

/** Records as the stream of the case table hands them out, numbered from 100. */
export const streamOf = (items: readonly (CaseEvent | Record<string, unknown>)[]): DynamoDBStreamEvent =>
  ({
    Records: items.map((item, index) => ({
      eventID: `e${index}`,
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: String(100 + index),
        Keys: marshall({ pk: `CASE#${String(item.caseId)}`, sk: `EVENT#${String(item.seq)}` }),
        NewImage: marshall(item, { removeUndefinedValues: true }),
      },
    })),
  }) as unknown as DynamoDBStreamEvent;

/** Everything written to the console while `work` runs, as one text. */
export async function consoleOf(work: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const kept = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  try {
    await work();
  } finally {
    for (const [index, method] of methods.entries()) console[method] = kept[index]!;
  }
  return lines.join('\n');
}

/** A function that has all its time before it. */
export const inTime = { getRemainingTimeInMillis: () => 60_000 };
