import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { plainAddress } from '../../../domain/mail.ts';
import { failuresForgottenAt, suppressedUntil } from '../../../domain/notices/delivery/suppression.ts';
import type { Suppressions } from '../../../usecases/notices/transports/suppressions.ts';
import { sha256 } from '../../digest.ts';
import { isDone } from '../conditional.ts';

const SuppressedItem = z.object({ reason: z.enum(['bounce', 'complaint', 'failures', 'gone']), expiresAt: z.number() });
const FailuresItem = z.object({ failures: z.set(z.string()) });

/** Items of the correspondence table, kind SUPPRESSED. An address is known by its SHA-256 only. */
export function dynamoSuppressions(client: DynamoDBDocumentClient, tableName: string): Suppressions {
  const failuresWithin = async (key: string, failureId: string, now: Instant, begun: boolean) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { key },
        ...(begun ? addTo(failureId, now) : beginWith(failureId, now)),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return FailuresItem.parse(Attributes).failures.size;
  };

  return {
    async reasonFor(address, now) {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { key: keyOf(address) } }));
      // The table forgets items some time after they have expired.
      const suppressed = Item && SuppressedItem.parse(Item);
      return suppressed && suppressed.expiresAt > secondsOf(now) ? suppressed.reason : undefined;
    },

    async suppress(address, reason, now) {
      const Item = { key: keyOf(address), reason, since: now, expiresAt: secondsOf(suppressedUntil(reason, now)) };
      const guard = {
        ConditionExpression: 'attribute_not_exists(expiresAt) OR expiresAt < :end',
        ExpressionAttributeValues: { ':end': Item.expiresAt },
      };
      await isDone(client.send(new PutCommand({ TableName: tableName, Item, ...guard })));
    },

    async lift(address) {
      await client.send(new DeleteCommand({ TableName: tableName, Key: { key: keyOf(address) } }));
    },

    async addFailure(address, failureId, now) {
      const key = `${keyOf(address)}#failures`;
      try {
        return await failuresWithin(key, failureId, now, true);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return await failuresWithin(key, failureId, now, false);
      }
    },
  };
}

const addTo = (failureId: string, now: Instant) => ({
  UpdateExpression: 'ADD failures :failure SET expiresAt = if_not_exists(expiresAt, :end)',
  ConditionExpression: 'attribute_not_exists(expiresAt) OR expiresAt > :now',
  ExpressionAttributeValues: {
    ':failure': new Set([failureId]),
    ':end': secondsOf(failuresForgottenAt(now)),
    ':now': secondsOf(now),
  },
});

const beginWith = (failureId: string, now: Instant) => ({
  UpdateExpression: 'SET failures = :failure, expiresAt = :end',
  ExpressionAttributeValues: { ':failure': new Set([failureId]), ':end': secondsOf(failuresForgottenAt(now)) },
});

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

const keyOf = (address: string): string => `SUPPRESSED#${sha256(plainAddress(address))}`;
