import { setTimeout as delay } from 'node:timers/promises';
import type { Broker } from '../aws/broker.ts';
import type { BucketNotifications } from '../aws/buckets.ts';
import type { Functions } from '../functions/functions.ts';
import type { StreamConsumer } from './streams.ts';

export interface MovingParts {
  readonly functions: Functions;
  readonly broker: Broker;
  readonly uploads: BucketNotifications;
  /** Names of the queues that a function consumes. */
  readonly consumedQueues: readonly string[];
  readonly streams: readonly StreamConsumer[];
}

const POLL_MS = 3;

/**
 * Resolves when no function runs, no consumed queue holds a message and nothing that a function wrote waits in a stream,
 * all at one moment.
 */
export async function untilQuiet({ functions, broker, uploads, consumedQueues, streams }: MovingParts): Promise<void> {
  const isBusy = () =>
    functions.running() > 0 ||
    uploads.pending() > 0 ||
    streams.some((stream) => stream.isBehind()) ||
    consumedQueues.some((name) => {
      const { visible, inFlight } = broker.depth(name);
      return visible + inFlight > 0;
    });
  while (isBusy()) await delay(POLL_MS);
}
