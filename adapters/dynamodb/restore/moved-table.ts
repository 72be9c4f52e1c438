import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DescribeTableCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MovedTable } from '../../../usecases/operations/move-state.ts';

type Item = Record<string, AttributeValue>;

/** A whole table, for who may read and write all of it. */
export function dynamoMovedTable(client: DynamoDBDocumentClient, TableName: string): MovedTable {
  let partitionKey: Promise<string> | undefined;
  return {
    async *all() {
      let ExclusiveStartKey: Item | undefined;
      do {
        const scan = new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey });
        const { Items = [], LastEvaluatedKey } = await client.send(scan);
        yield* Items;
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
    },
    async put(item) {
      partitionKey ??= partitionKeyOf(client, TableName);
      const put = {
        TableName,
        Item: item as Item,
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': await partitionKey },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      } as const;
      try {
        await client.send(new PutItemCommand(put));
        return 'put';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return isDeepStrictEqual({ ...error.Item }, { ...item }) ? 'there' : 'conflict';
      }
    },
  };
}

async function partitionKeyOf(client: DynamoDBDocumentClient, TableName: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table!.KeySchema!.find(({ KeyType }) => KeyType === 'HASH')!.AttributeName!;
}
