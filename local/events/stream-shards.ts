import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';

/** The shards of one stream, and how far each has been read. */
export interface StreamShards {
  /** Reads on in every open shard, once; tells whether there may be more that was there already. */
  readOn(): Promise<boolean>;
}

/** A look finds all that there is, up to a thousand records or a megabyte. */
const SURELY_ALL = 25;

/** An iterator that is no good any more, for one of these reasons; the shard can be read on. */
const GONE_BAD = ['TrimmedDataAccessException', 'ExpiredIteratorException'];

/** `deliver` gets the records of a shard in order, from the oldest; those for which it throws come again. */
export function streamShards(
  client: DynamoDBStreamsClient,
  StreamArn: string,
  deliver: (records: readonly StreamRecord[]) => Promise<void>,
): StreamShards {
  const iterators = new Map<string, string>();
  /** The last record handled of each shard that was ever seen. */
  const positions = new Map<string, string | undefined>();
  let shardEnded = true;

  const findShards = async () => {
    shardEnded = false;
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
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
    const command = { StreamArn, ShardId, ShardIteratorType, SequenceNumber } as const;
    const { ShardIterator } = await client.send(new GetShardIteratorCommand(command));
    if (ShardIterator) iterators.set(ShardId, ShardIterator);
  };

  const readShard = async (shardId: string, ShardIterator: string) => {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
    await deliver(Records);
    positions.set(shardId, Records.at(-1)?.dynamodb?.SequenceNumber ?? positions.get(shardId));
    if (NextShardIterator) iterators.set(shardId, NextShardIterator);
    else shardEnded = iterators.delete(shardId);
    return shardEnded || Records.length >= SURELY_ALL;
  };

  /**
   * An iterator goes bad after fifteen minutes; and DynamoDB Local takes one of an empty stream for too old as soon as
   * there is a record, if another table was written to before. A new one from the same place is good.
   */
  const readOrReopen = async (shardId: string, iterator: string): Promise<boolean> => {
    try {
      return await readShard(shardId, iterator);
    } catch (error) {
      if (!GONE_BAD.includes((error as Error).name)) throw error;
      await openShard(shardId);
      return true;
    }
  };

  return {
    async readOn() {
      if (shardEnded || iterators.size === 0) await findShards();
      let mayBeMore = false;
      for (const [shardId, iterator] of [...iterators])
        mayBeMore = (await readOrReopen(shardId, iterator)) || mayBeMore;
      return mayBeMore;
    },
  };
}
