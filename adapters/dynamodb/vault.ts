import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import type { AcceptComplaintDeps } from '../../usecases/accept-complaint.ts';
import { ComplaintSlice, ContactSlice, QuerySlice, StoredItem } from './vault-item.ts';

/** One item per complaint; its receipt is the key, so a submission can be kept only once. */
export function dynamoVault(client: DynamoDBDocumentClient, tableName: string) {
  /** Reads exactly the attributes of that slice: a right that is cut by attribute allows no more. Undefined when there is none. */
  async function read<Shape extends z.ZodRawShape>(receipt: string, slice: z.ZodObject<Shape>) {
    const attributes = Object.keys(slice.shape);
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: { receipt },
        ConsistentRead: true,
        ProjectionExpression: attributes.map((attribute) => `#${attribute}`).join(', '),
        // "text" and "location" are reserved words, so every name goes by its alias.
        ExpressionAttributeNames: Object.fromEntries(attributes.map((attribute) => [`#${attribute}`, attribute])),
      }),
    );
    return Item && slice.parse(Item);
  }

  const putIfAbsent: AcceptComplaintDeps['vault']['putIfAbsent'] = async (item) => {
    try {
      await client.send(
        new PutCommand({
          TableName: tableName,
          Item: item,
          ConditionExpression: 'attribute_not_exists(receipt)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return item;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
      return StoredItem.parse(unmarshall(error.Item));
    }
  };

  return {
    putIfAbsent,
    /** What was said, without who said it. */
    readComplaint: (receipt: string) => read(receipt, ComplaintSlice),
    /** Who said it. Only for whoever must reach the person. */
    readContact: (receipt: string) => read(receipt, ContactSlice),
    /** What proves a query, and the dates that answer it. */
    readQuery: (receipt: string) => read(receipt, QuerySlice),
  };
}
