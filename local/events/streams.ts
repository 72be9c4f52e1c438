import { setTimeout as delay } from 'node:timers/promises';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { Mapping } from '../template/mappings.ts';
import { type StreamSurroundings, streamDelivery } from './stream-delivery.ts';
import { streamShards } from './stream-shards.ts';

export interface StreamConsumer {
  /** Looks now, not when the next look is due. */
  poke(): void;
  /** Resolves once everything that is in the stream at this moment has been handled. */
  caughtUp(): Promise<void>;
  processed(): number;
  stop(): void;
}

/** Milliseconds between two looks: while something happens, and when nothing has. */
const PAUSE = { busy: 40, idle: 1_000 };

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

  /** Reads every open shard to its end. */
  const look = async () => {
    while ((await shards.readOn()) > 0 && !stopped);
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
        if (!stopped) console.error(`stream of ${mapping.source.logicalId}: ${(error as Error).message}`);
        await delay(PAUSE.idle);
      }
    }
    for (const resolve of waiting) resolve();
  };

  let poked = false;
  /**
   * Not so short that a busy stream takes a core, and no longer than needed: whoever waits to be caught up ends it at
   * once.
   */
  const rest = async () => {
    await pause(PAUSE.busy);
    if (!poked && waiting.length === 0) await pause(PAUSE.idle);
    poked = false;
  };

  const pause = async (milliseconds: number) => {
    const timer = new AbortController();
    wake = (urgent) => {
      if (urgent || milliseconds === PAUSE.idle) timer.abort();
    };
    await delay(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
  };

  const poke = (urgent = false) => {
    poked = true;
    wake(urgent);
  };
  void run();
  return {
    poke: () => poke(),
    caughtUp: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        poke(true);
      }),
    processed: () => processed,
    stop() {
      stopped = true;
      poke(true);
    },
  };
}
