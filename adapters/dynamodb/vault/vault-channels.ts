import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Received } from '../../../usecases/operations/handling-case.ts';
import { legible, refuseUnread, type TellUnread } from '../legible.ts';
import { waySlice } from './vault-item.ts';

/** Which way every complaint of the vault has come, in no order. A scan: only for who may read the whole of it. */
export function dynamoVaultChannels(
  client: DynamoDBDocumentClient,
  TableName: string,
  tellUnread: TellUnread = refuseUnread,
) {
  const slice = waySlice();
  const attributes = Object.keys(slice.shape);
  const scan = {
    TableName,
    ProjectionExpression: attributes.map((attribute) => `#${attribute}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((attribute) => [`#${attribute}`, attribute])),
  };
  return async function* (): AsyncGenerator<Received> {
    for await (const { Items = [] } of paginateScan({ client }, scan))
      yield* legible(Items, (item) => slice.parse(item), tellUnread);
  };
}
