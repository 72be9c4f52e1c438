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
 * Resolves when no function runs, no consumed queue holds a message and every stream has been read to its end, all at
 * one moment.
 */
export async function settle({ functions, broker, uploads, consumedQueues, streams }: MovingParts): Promise<void> {
  const busy = () =>
    functions.running() > 0 ||
    uploads.pending() > 0 ||
    consumedQueues.some((name) => {
      const { visible, inFlight } = broker.depth(name);
      return visible + inFlight > 0;
    });
  const activity = () => functions.activity() + broker.sent();
  for (;;) {
    while (busy()) await delay(POLL_MS);
    const before = activity();
    await Promise.all(streams.map((stream) => stream.caughtUp()));
    if (!busy() && activity() === before) return;
  }
}
