import { type FauxqsServer, type SpyMessage, startFauxqs } from 'fauxqs';
import * as z from 'zod';
import type { SimulatedClock } from '../clock.ts';
import { onLoopback } from '../ports.ts';
import type { Names } from '../template/resource-names.ts';
import type { Resource } from '../template/template.ts';

export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
}

/** SQS and S3 on one address, with what the runner must see of them from within. */
export interface Broker {
  readonly endpoint: string;
  queueUrl(queueName: string): string;
  depth(queueName: string): QueueDepth;
  messages(queueName: string): ReturnType<NonNullable<FauxqsServer['inspectQueue']>>;
  /** Simulated time at which a message was sent; undefined once it is consumed. */
  sentAt(messageId: string): number | undefined;
  send(queueName: string, body: string): void;
  onUpload(callback: (bucket: string, key: string) => void): void;
  createQueues(names: Names): void;
  createBuckets(names: Names): void;
  stop(): Promise<void>;
}

/** Starts empty, on a free port. */
export async function startBroker(region: string, clock: SimulatedClock): Promise<Broker> {
  const server = await onLoopback(() =>
    startFauxqs({ port: 0, logger: false, defaultRegion: region, messageSpies: { bufferSize: 1 } }),
  );
  const sentAt = new Map<string, number>();
  const uploads: ((bucket: string, key: string) => void)[] = [];
  listen(server, (message) => {
    if (message.service === 's3' && message.status === 'uploaded') {
      for (const callback of uploads) callback(message.bucket, message.key);
    }
    if (message.service !== 'sqs') return;
    if (message.status === 'consumed') sentAt.delete(message.messageId);
    if (message.status !== 'published') return;
    // A message that SQS sets aside is published again, and keeps the time at which it was first sent.
    if (!sentAt.has(message.messageId)) sentAt.set(message.messageId, clock.milliseconds());
  });
  return {
    endpoint: `http://127.0.0.1:${server.port}`,
    queueUrl: (name) => `http://127.0.0.1:${server.port}/000000000000/${name}`,
    depth(name) {
      const { ready = [], delayed = [], inflight = [] } = server.inspectQueue(name)?.messages ?? {};
      return { visible: ready.length + delayed.length, inFlight: inflight.length };
    },
    messages: (name) => server.inspectQueue(name),
    sentAt: (messageId) => sentAt.get(messageId),
    send: (name, body) => void server.sendMessage(name, body),
    onUpload: (callback) => void uploads.push(callback),
    createQueues(names) {
      for (const resource of names.ofType('AWS::SQS::Queue')) {
        server.createQueue(names.physicalName(resource), { attributes: queueAttributes(resource, names, region) });
      }
    },
    createBuckets(names) {
      for (const resource of names.ofType('AWS::S3::Bucket')) server.createBucket(names.physicalName(resource));
    },
    stop: () => server.stop(),
  };
}

/**
 * The spy has no subscription, but shows every message to a filter that matches nothing, while the call that caused it
 * is still under way.
 */
function listen(server: FauxqsServer, listener: (message: SpyMessage) => void): void {
  const filter = (message: SpyMessage) => {
    listener(message);
    return false;
  };
  // Rejects when the server stops.
  server.spy.waitForMessage(filter).catch(() => {});
}

const QueueProperties = z.object({
  VisibilityTimeout: z.coerce.string().default('30'),
  DelaySeconds: z.coerce.string().default('0'),
  MessageRetentionPeriod: z.coerce.string().default('345600'),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

function queueAttributes(resource: Resource, names: Names, region: string): Record<string, string> {
  const { RedrivePolicy, ...attributes } = QueueProperties.parse(names.properties(resource));
  if (!RedrivePolicy) return attributes;
  const target = names.physicalName(names.byReference(RedrivePolicy.deadLetterTargetArn));
  const policy = {
    // The form in which fauxqs knows its queues, in every partition.
    deadLetterTargetArn: `arn:aws:sqs:${region}:000000000000:${target}`,
    maxReceiveCount: RedrivePolicy.maxReceiveCount,
  };
  return { ...attributes, RedrivePolicy: JSON.stringify(policy) };
}
