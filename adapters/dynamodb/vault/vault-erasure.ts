import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const Files = z.object({
  attachments: z.array(z.object({ key: z.string().optional() })).default([]),
  original: z.object({ key: z.string().optional() }).default({}),
});

/** Erases complaints: for who may delete from the vault, as no function may. */
export function dynamoVaultErasure(client: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Keys of the evidence that a complaint names; none where it is gone. */
    async filesOf(receipt: string): Promise<readonly string[]> {
      const get = { TableName, Key: { receipt }, ConsistentRead: true, ProjectionExpression: 'attachments, original' };
      const { attachments, original } = Files.parse((await client.send(new GetCommand(get))).Item ?? {});
      return [...attachments, original].flatMap(({ key }) => key ?? []);
    },
    async remove(receipt: string): Promise<void> {
      await client.send(new DeleteCommand({ TableName, Key: { receipt } }));
    },
  };
}
