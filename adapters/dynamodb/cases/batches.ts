import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CommandBatchDeps } from '../../../usecases/staff/command-batch.ts';

/** What was answered to a batch of commands, by who sent it and under what key. */
export function dynamoBatches(client: DynamoDBDocumentClient, tableName: string): CommandBatchDeps['batches'] {
  const find: CommandBatchDeps['batches']['find'] = async (sub, key) => {
    const Key = { pk: `BATCH#${sub}`, sk: key };
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
    return Item && { digest: Item.digest, results: Item.results };
  };
  return {
    find,
    async keep(sub, key, batch) {
      const Item = { pk: `BATCH#${sub}`, sk: key, ...batch };
      try {
        const ConditionExpression = 'attribute_not_exists(pk)';
        await client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression }));
        return batch;
      } catch (error) {
        // The same batch, sent twice at once, was answered meanwhile.
        if (error instanceof ConditionalCheckFailedException) return (await find(sub, key))!;
        throw error;
      }
    },
  };
}
