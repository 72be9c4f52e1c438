import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SenderLinks } from '../../usecases/history/link-senders.ts';

const LinkItem = z.object({ at: z.iso.datetime(), hashes: z.array(z.string()) });

/** Which complaints are of one sender: see docs/table.md. */
export function dynamoSenderLinks(client: DynamoDBDocumentClient, TableName: string): SenderLinks {
  const read = async (receipt: string) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: linkKey(receipt), ConsistentRead: true }));
    return Item && LinkItem.parse(Item);
  };
  return {
    async link(receipt, at, hashes) {
      // First what tells where the others are, so that whatever is there can be forgotten.
      await client.send(new PutCommand({ TableName, Item: { ...linkKey(receipt), at, hashes } }));
      for (const hash of hashes) {
        const Item = { ...senderKey(hash, at, receipt), receipt };
        await client.send(new PutCommand({ TableName, Item }));
      }
    },
    async unlink(receipt) {
      const link = await read(receipt);
      if (!link) return;
      for (const hash of link.hashes)
        await client.send(new DeleteCommand({ TableName, Key: senderKey(hash, link.at, receipt) }));
      await client.send(new DeleteCommand({ TableName, Key: linkKey(receipt) }));
    },
    async sameSender(receipt, since) {
      const link = await read(receipt);
      const found = new Set<string>();
      for (const hash of link?.hashes ?? []) {
        const query = {
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk >= :since',
          ExpressionAttributeValues: { ':pk': `SENDER#${hash}`, ':since': since },
        };
        for await (const { Items = [] } of paginateQuery({ client }, query))
          for (const item of Items) found.add(String(item.receipt));
      }
      return [...found];
    },
  };
}

const linkKey = (receipt: string) => ({ pk: `RECEIPT#${receipt}`, sk: 'LINK' });
const senderKey = (hash: string, at: string, receipt: string) => ({ pk: `SENDER#${hash}`, sk: `${at}#${receipt}` });
