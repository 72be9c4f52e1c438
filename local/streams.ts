import { setTimeout as delay } from 'node:timers/promises';
import { DescribeStreamCommand, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';
import type { FunctionPool } from './function-pool.ts';
import type { Mapping } from './mappings.ts';
import { type StreamSurroundings, streamDelivery } from './stream-delivery.ts';

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
  const { client } = surroundings;
  const deliver = streamDelivery(mapping, target, surroundings);
  const iterators = new Map<string, string>();
  /** The last record handled of each shard that was ever seen. */
  const positions = new Map<string, string | undefined>();
  let processed = 0;
  let stopped = false;
  let shardEnded = true;
  let waiting: (() => void)[] = [];
  let wake: (urgent: boolean) => void = () => {};

  const findShards = async () => {
    shardEnded = false;
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      if (!ShardId || positions.has(ShardId)) continue;
      positions.set(ShardId, undefined);
      await openShard(ShardId);
    }
  };

  /** Begins where we stopped, or else with the oldest record. */
  const openShard = async (ShardId: string) => {
    const SequenceNumber = positions.get(ShardId);
    const ShardIteratorType = SequenceNumber === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER';
    const command = { StreamArn: streamArn, ShardId, ShardIteratorType, SequenceNumber } as const;
    const { ShardIterator } = await client.send(new GetShardIteratorCommand(command));
    if (ShardIterator) iterators.set(ShardId, ShardIterator);
  };

  const readShard = async (shardId: string, ShardIterator: string) => {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
    await deliver(Records);
    processed += Records.length;
    positions.set(shardId, Records.at(-1)?.dynamodb?.SequenceNumber ?? positions.get(shardId));
    if (NextShardIterator) iterators.set(shardId, NextShardIterator);
    else shardEnded = iterators.delete(shardId);
    return Records.length;
  };

  /**
   * An iterator goes bad after fifteen minutes; and DynamoDB Local takes one of an empty stream for too old as soon as
   * there is a record, if another table was written to before. A new one from the same place is good.
   */
  const readOrReopen = async (shardId: string, iterator: string): Promise<number> => {
    try {
      return await readShard(shardId, iterator);
    } catch (error) {
      const { name } = error as Error;
      if (name !== 'TrimmedDataAccessException' && name !== 'ExpiredIteratorException') throw error;
      await openShard(shardId);
      return 1;
    }
  };

  /** Reads every open shard to its end. */
  const look = async () => {
    let found: number;
    do {
      found = 0;
      if (shardEnded || iterators.size === 0) await findShards();
      for (const [shardId, iterator] of [...iterators]) found += await readOrReopen(shardId, iterator);
    } while (found > 0 && !stopped);
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
