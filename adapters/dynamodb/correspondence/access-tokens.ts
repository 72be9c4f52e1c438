import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AccessToken, AccessTokensDeps } from '../../wechat/access-token.ts';

/**
 * The cache of access tokens that all functions share, in the correspondence table. An item is gone when its token is.
 */
export function dynamoAccessTokens(client: DynamoDBDocumentClient, tableName: string): AccessTokensDeps['cache'] {
  const keyOf = (account: string) => `TOKEN#${account}`;
  return {
    async read(account) {
      const Key = { key: keyOf(account) };
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && TokenItem.parse(Item).token;
    },
    async write(account, token) {
      const expiresAt = Math.ceil(Date.parse(token.expiresAt) / 1000);
      const Item = { key: keyOf(account), token, expiresAt };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
  };
}

const TokenItem: z.ZodType<{ token: AccessToken }> = z.object({
  token: z.object({ value: z.string(), expiresAt: z.iso.datetime() }),
});
