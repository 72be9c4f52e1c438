import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { type Notice, TRANSPORTS } from '../../domain/notices/notice.ts';
import type { RetryAtNextAddressDeps } from '../../usecases/notices/retry-at-next-address.ts';
import type { Delivery, SendNoticeDeps } from '../../usecases/notices/send-notice.ts';
import { keyOf } from './case-store.ts';

/** 送达情况, one item a notice, beside its case: subject and attempts, but no address. */
export function dynamoDeliveries(
  client: DynamoDBDocumentClient,
  tableName: string,
): SendNoticeDeps['deliveries'] & RetryAtNextAddressDeps['deliveries'] {
  const put = (notice: Notice, delivery: Delivery, guard = {}) =>
    client.send(new PutCommand({ TableName: tableName, Item: itemOf(notice, delivery), ...guard }));
  return {
    async claim(notice, messageId) {
      const delivery: Delivery = { claimedBy: messageId, state: 'waiting', attempts: [] };
      try {
        await put(notice, delivery, {
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        });
        return delivery;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
        return DeliveryItem.parse(unmarshall(error.Item));
      }
    },
    async read({ id, caseId }) {
      const Key = { pk: keyOf(caseId), sk: `NOTICE#${id}` };
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && DeliveryItem.parse(Item);
    },
    async change(notice, before, after) {
      try {
        await put(notice, after, unchangedSince(before));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}

/** The state and the number of attempts tell every stage of a delivery from the next. */
const unchangedSince = ({ state, attempts }: Delivery) => ({
  ConditionExpression: '#state = :state AND size(attempts) = :count',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':state': state, ':count': attempts.length },
});

function itemOf({ id, caseId, at, subject }: Notice, delivery: Delivery) {
  return { pk: keyOf(caseId), sk: `NOTICE#${id}`, at, subject, ...delivery };
}

const DeliveryItem: z.ZodType<Delivery> = z.object({
  claimedBy: z.string(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed']),
  attempts: z.array(
    z.object({
      transport: z.enum(TRANSPORTS),
      recipient: z.string(),
      result: z.enum(['sent', 'refused', 'busy', 'unknown', 'no-address']),
      reason: z.string().optional(),
    }),
  ),
});
