import { type AttributeValue, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** An item of a table as its stream would bring it; undefined where there is none. */
export function dynamoImages(client: DynamoDBDocumentClient, TableName: string) {
  return async (keys: Readonly<Record<string, { readonly S?: string } | undefined>>): Promise<object | undefined> => {
    const Key = Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, value as AttributeValue]));
    return (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  };
}
