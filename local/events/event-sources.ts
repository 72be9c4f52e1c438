import { notifyOfUploads } from '../aws/buckets.ts';
import { createTables } from '../aws/tables.ts';
import type { SimulatedClock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { Written } from '../rights/dynamodb-calls.ts';
import type { Services } from '../services.ts';
import { type Mapping, readMappings } from '../template/mappings.ts';
import type { Names } from '../template/resource-names.ts';
import { consumeQueue } from './queues.ts';
import { untilQuiet } from './settle.ts';
import { consumeStream } from './streams.ts';

/** Tables, queues and buckets, and what they wake. */
export interface EventSources {
  /** Names of all queues, and of those that a function consumes. */
  readonly queues: readonly string[];
  readonly consumedQueues: readonly string[];
  /** Messages and stream records handled since the start. */
  processed(): number;
  /** Resolves when everything that has happened so far has had all its effects. */
  settled(): Promise<void>;
  /** The same of what functions have done: nobody else is thought of. */
  quiet(): Promise<void>;
  stop(): void;
}

/**
 * Whether what was written may have a record that the mapping lets through; what stood there before is not known. One that
 * is missed here comes within a second.
 */
function mayWake({ source, filter }: Mapping, what: Written | undefined, names: Names): boolean {
  if (what === undefined) return true;
  const { tableArn, item } = what;
  const record = (eventName: string) => ({ eventName, dynamodb: { Keys: item, NewImage: item } });
  return tableArn === names.arn(source) && (item === undefined || ['INSERT', 'MODIFY'].map(record).some(filter));
}

/** Creates what the template stores in, and connects it to the functions as its event source mappings say. */
export async function connectEventSources(
  names: Names,
  region: string,
  clock: SimulatedClock,
  services: Services,
  functions: Functions,
): Promise<EventSources> {
  const { broker, s3, sqs, dynamoDb, dynamoDbStreams } = services;
  const streamArns = await createTables(dynamoDb, names);
  broker.createQueues(names);
  broker.createBuckets(names);
  const uploads = notifyOfUploads(names, broker, s3, clock, region);

  const mappings = readMappings(names);
  const surroundings = { broker, clock, names, region };
  const ofQueues = mappings.filter(({ source }) => source.type === 'AWS::SQS::Queue');
  const ofStreams = mappings.filter(({ source }) => source.type !== 'AWS::SQS::Queue');
  const queues = ofQueues.map((mapping) =>
    consumeQueue(mapping, functions.named(mapping.target.logicalId), { ...surroundings, client: sqs }),
  );
  const streams = ofStreams.map((mapping) => {
    const streamArn = streamArns.get(mapping.source.logicalId);
    if (!streamArn) throw new Error(`${mapping.source.logicalId} has no stream to read`);
    const target = functions.named(mapping.target.logicalId);
    return consumeStream(mapping, streamArn, target, { ...surroundings, client: dynamoDbStreams });
  });
  functions.onWritten((what) => {
    for (const [n, stream] of streams.entries()) if (mayWake(ofStreams[n]!, what, names)) stream.written();
  });

  const consumedQueues = ofQueues.map(({ source }) => names.physicalName(source));
  const consumers = [...queues, ...streams];
  const quiet = () => untilQuiet({ functions, broker, uploads, consumedQueues, streams });
  return {
    queues: names.ofType('AWS::SQS::Queue').map(names.physicalName),
    consumedQueues,
    processed: () => consumers.reduce((sum, consumer) => sum + consumer.processed(), 0),
    async settled() {
      await Promise.all(streams.map((stream) => stream.caughtUp()));
      await quiet();
    },
    quiet,
    stop() {
      for (const consumer of consumers) consumer.stop();
    },
  };
}
