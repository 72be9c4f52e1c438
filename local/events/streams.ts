import { setTimeout as delay } from 'node:timers/promises';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { Mapping } from '../template/mappings.ts';
import { type StreamSurroundings, streamDelivery } from './stream-delivery.ts';
import { streamShards } from './stream-shards.ts';

export interface StreamConsumer {
  /** Somebody may have written to the table: the stream is read soon. */
  written(): void;
  /** Whether something of which it was told so may not have been handled yet. */
  isBehind(): boolean;
  /** Resolves once everything that is in the stream at this moment, whoever wrote it, has been handled. */
  caughtUp(): Promise<void>;
  processed(): number;
  stop(): void;
}

/** Milliseconds between two looks: when something was written, and when nobody has told of it. */
const PAUSE = { busy: 20, idle: 1_000 };

/** Brings the records of a table's stream to its function, shard by shard and in order, as Lambda's pollers do. */
export function consumeStream(
  mapping: Mapping,
  streamArn: string,
  target: FunctionPool,
  surroundings: StreamSurroundings,
): StreamConsumer {
  const handle = streamDelivery(mapping, target, surroundings);
  let processed = 0;
  const shards = streamShards(surroundings.client, streamArn, async (records) => {
    await handle(records);
    processed += records.length;
  });
  let stopped = false;
  let waiting: (() => void)[] = [];
  let wake: (urgent: boolean) => void = () => {};

  let isUnread = true;
  let isLooking = false;

  /** Reads every open shard to its end, as it was when the look began. */
  const look = async () => {
    isUnread = false;
    isLooking = true;
    while ((await shards.readOn()) && !stopped);
    isLooking = false;
  };

  const run = async () => {
    while (!stopped) {
      const served = waiting;
      waiting = [];
      try {
        await look();
        for (const resolve of served) resolve();
        if (waiting.length === 0) await rest();
      } catch (error) {
        waiting.push(...served);
        isUnread = true;
        if (!stopped) console.error(`stream of ${mapping.source.logicalId}: ${(error as Error).message}`);
        await delay(PAUSE.idle);
      }
    }
    for (const resolve of waiting) resolve();
  };

  /** What is written one after the other is read together; whoever waits to be caught up ends a rest at once. */
  const rest = async () => {
    await pause(PAUSE.busy);
    if (isUnread || waiting.length > 0) return;
    await pause(PAUSE.idle);
    if (isUnread) await pause(PAUSE.busy);
  };

  const pause = async (milliseconds: number) => {
    const timer = new AbortController();
    wake = (urgent) => {
      if (urgent || milliseconds === PAUSE.idle) timer.abort();
    };
    await delay(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
  };

  void run();
  return {
    written() {
      isUnread = true;
      wake(false);
    },
    isBehind: () => isUnread || isLooking,
    caughtUp: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        wake(true);
      }),
    processed: () => processed,
    stop() {
      stopped = true;
      wake(true);
    },
  };
}
