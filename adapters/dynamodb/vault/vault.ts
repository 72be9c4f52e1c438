import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { type AcceptComplaintDeps, TooLarge, type VaultItem } from '../../../usecases/intake/accept-complaint.ts';
import type { FetchMediaDeps } from '../../../usecases/intake/fetch-media.ts';
import type { KeepUploadDeps } from '../../../usecases/intake/keep-upload.ts';
import { isDone } from '../conditional.ts';
import {
  complaintSlice,
  contactSlice,
  enclosuresSlice,
  existenceSlice,
  mediaSlice,
  originSlice,
  querySlice,
  senderSlice,
  storedItem,
  waySlice,
} from './vault-item.ts';

/** One item per complaint; its receipt is the key, so a submission can be kept only once. */
export function dynamoVault(client: DynamoDBDocumentClient, tableName: string) {
  /**
   * Reads exactly the attributes of that slice: a right that is cut by attribute allows no more. Undefined when there
   * is none.
   */
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
      if (isTooLarge(error)) throw new TooLarge();
      if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
      return storedItem().parse(unmarshall(error.Item));
    }
  };

  const settleMedium: FetchMediaDeps['complaints']['settleMedium'] = async (receipt, index, mediaId, settlement) => {
    const names = Object.keys(settlement);
    const own = `#attachments[${index}]`;
    const command = new UpdateCommand({
      TableName: tableName,
      Key: { receipt },
      UpdateExpression: `SET ${names.map((name) => `${own}.#${name} = :${name}`).join(', ')}`,
      ConditionExpression: `${own}.#mediaId = :mediaId AND attribute_not_exists(${own}.#key)`,
      ExpressionAttributeNames: Object.fromEntries(
        ['attachments', 'mediaId', 'key', ...names].map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: {
        ':mediaId': mediaId,
        ...Object.fromEntries(Object.entries(settlement).map(([name, value]) => [`:${name}`, value])),
      },
    });
    await isDone(client.send(command));
  };

  const noteNeverCame: KeepUploadDeps['vault']['noteNeverCame'] = async (receipt, index, key) => {
    const own = `#attachments[${index}]`;
    const command = new UpdateCommand({
      TableName: tableName,
      Key: { receipt },
      UpdateExpression: `SET ${own}.#lost = :lost`,
      ConditionExpression: `${own}.#key = :key`,
      ExpressionAttributeNames: { '#attachments': 'attachments', '#key': 'key', '#lost': 'lost' },
      ExpressionAttributeValues: { ':lost': 'never-came', ':key': key },
    });
    await isDone(client.send(command));
  };

  /**
   * A put that never puts: its condition cannot hold, and its refusal shows what is kept there. So whoever may only put
   * needs no right to read in order to repeat an answer.
   */
  async function findKept(receipt: string): Promise<VaultItem | undefined> {
    try {
      await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { receipt },
          ConditionExpression: 'attribute_exists(receipt) AND attribute_not_exists(receipt)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return error.Item && storedItem().parse(unmarshall(error.Item));
    }
    throw new Error('DynamoDB let a condition hold that cannot');
  }

  return {
    putIfAbsent,
    findKept,
    settleMedium,
    noteNeverCame,
    isKnown: async (receipt: string) => (await read(receipt, existenceSlice())) !== undefined,
    /** What was said, without who said it. */
    readComplaint: (receipt: string) => read(receipt, complaintSlice()),
    /** Who said it. Only for whoever must reach the person. */
    readContact: (receipt: string) => read(receipt, contactSlice()),
    /** Who it is, for an officer who must reach them: without what proves a query. */
    readSender: (receipt: string) => read(receipt, senderSlice()),
    /** What was sent along, and by which channel. */
    readOrigin: (receipt: string) => read(receipt, originSlice()),
    readMedia: (receipt: string) => read(receipt, mediaSlice()),
    /** What was sent along, and what that followed. */
    readEnclosures: (receipt: string) => read(receipt, enclosuresSlice()),
    /** What proves a query, and the dates that answer it. */
    readQuery: (receipt: string) => read(receipt, querySlice()),
    /** Which way it has come, for ops. */
    readWay: (receipt: string) => read(receipt, waySlice()),
  };
}

/** DynamoDB has no exception of its own for it. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && /item size/i.test(error.message);
