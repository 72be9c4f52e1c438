import { setTimeout as delay } from 'node:timers/promises';
import type { DynamoDBStreamsClient, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Broker } from '../aws/broker.ts';
import type { SimulatedClock } from '../clock.ts';
import type { FunctionPool } from '../functions/function-pool.ts';
import { failedItems, type Mapping } from '../template/mappings.ts';
import type { Names } from '../template/resource-names.ts';

export interface StreamSurroundings {
  readonly client: DynamoDBStreamsClient;
  readonly broker: Broker;
  readonly clock: SimulatedClock;
  readonly names: Names;
  readonly region: string;
}

interface StreamEvent {
  readonly eventID: string | undefined;
  readonly dynamodb: { readonly SequenceNumber: string };
}

/** Milliseconds before a failed batch comes again: the first time, and at most. */
const BACKOFF = { first: 20, longest: 1_000 };

/**
 * Hands records to a function in batches and in order. What fails comes again as the mapping says: from the failed
 * record on, or in halves; when its attempts are used up, the mapping's failure queue learns of it and the stream moves
 * on.
 */
export function streamDelivery(mapping: Mapping, target: FunctionPool, surroundings: StreamSurroundings) {
  const giveUp = (batch: readonly StreamEvent[], attempts: number) => {
    const { names, broker, clock } = surroundings;
    if (!mapping.onFailure) return;
    broker.send(
      names.physicalName(mapping.onFailure),
      JSON.stringify(failureRecord(batch, attempts, names.arn(mapping.target), clock.now())),
    );
  };

  const deliverBatch = async (batch: readonly StreamEvent[], attempt: number): Promise<void> => {
    const left = await attemptBatch(batch, target, mapping);
    if (left.length === 0) return;
    await delay(Math.min(BACKOFF.first * 2 ** attempt, BACKOFF.longest));
    if (left.length < batch.length) return deliverBatch(left, 0);
    if (mapping.bisects && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await deliverBatch(batch.slice(0, middle), attempt);
      return deliverBatch(batch.slice(middle), attempt);
    }
    if (mapping.retries !== undefined && attempt >= mapping.retries) return giveUp(batch, attempt + 1);
    return deliverBatch(batch, attempt + 1);
  };

  return async (records: readonly StreamRecord[]) => {
    const events = records.map((record) => toEvent(record, mapping, surroundings)).filter(mapping.filter);
    for (let start = 0; start < events.length; start += mapping.batchSize) {
      await deliverBatch(events.slice(start, start + mapping.batchSize), 0);
    }
  };
}

/** The part of the batch that must come again: all from the first failed record on. */
async function attemptBatch(batch: readonly StreamEvent[], target: FunctionPool, mapping: Mapping) {
  try {
    const result = await target.invoke({ Records: batch });
    if (!mapping.reportsItemFailures) return [];
    const numbers = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failed = failedItems(result, numbers);
    const first = numbers.findIndex((number) => failed.has(number));
    return first < 0 ? [] : batch.slice(first);
  } catch {
    return batch;
  }
}

function toEvent(record: StreamRecord, { source }: Mapping, { names, clock, region }: StreamSurroundings): StreamEvent {
  const { dynamodb = {} } = record;
  return {
    ...record,
    eventID: record.eventID,
    awsRegion: region,
    eventSource: 'aws:dynamodb',
    eventSourceARN: `${names.arn(source)}/stream/local`,
    dynamodb: {
      ...(withBase64(dynamodb) as object),
      SequenceNumber: dynamodb.SequenceNumber!,
      ApproximateCreationDateTime: Math.floor(clock.milliseconds() / 1000),
    },
  } as StreamEvent;
}

/** Lambda gets binary attributes as base64, the SDK gives bytes. */
function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(withBase64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBase64(inner)]));
}

/** What Lambda tells the failure destination of a stream: where the records were, not what they held. */
function failureRecord(batch: readonly StreamEvent[], attempts: number, functionArn: string, timestamp: string) {
  return {
    version: '1.0',
    timestamp,
    requestContext: { functionArn, condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    DDBStreamBatchInfo: {
      batchSize: batch.length,
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
    },
  };
}
