import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type RateLimits, windowAt } from '../../../domain/rate-limit.ts';
import { sha256 } from '../../digest.ts';

export const Counter = z.object({ taken: z.int() });

/**
 * Counters in the correspondence table, one item for each key and window, forgotten soon after it. What a key holds (an
 * address, a sender) is kept as its hash only. When the table does not answer, everything is allowed and `onFailure` is
 * told: a limit must turn nobody away by mistake.
 */
export function dynamoRateLimits(
  client: DynamoDBDocumentClient,
  tableName: string,
  onFailure: (error: unknown) => void,
): RateLimits {
  /** How many were taken, this one included; undefined when it was one too many. */
  async function count(itemKey: string, limit: number, expiresAt: number): Promise<number | undefined> {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { key: itemKey },
          UpdateExpression: 'ADD taken :one SET expiresAt = :expiresAt',
          ConditionExpression: 'attribute_not_exists(taken) OR taken < :limit',
          ExpressionAttributeValues: { ':one': 1, ':limit': limit, ':expiresAt': expiresAt },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Counter.parse(Attributes).taken;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      onFailure(error);
      return 1;
    }
  }

  return {
    async take(key, rule, now) {
      const { number, resetSeconds } = windowAt(rule, now);
      const itemKey = counterKey(key, rule.windowSeconds, number);
      const taken = await count(itemKey, rule.limit, forgottenAt(rule.windowSeconds, number));
      return {
        allowed: taken !== undefined,
        limit: rule.limit,
        remaining: rule.limit - (taken ?? rule.limit),
        resetSeconds,
      };
    },
  };
}

const FORGOTTEN_AFTER_SECONDS = 3600;

/** When the counter of that window may go: seconds since 1970. */
export const forgottenAt = (windowSeconds: number, window: number): number =>
  (window + 1) * windowSeconds + FORGOTTEN_AFTER_SECONDS;

/** The item that counts under `key` in that window. */
export const counterKey = (key: string, windowSeconds: number, window: number): string =>
  `LIMIT#${sha256(key)}#${windowSeconds}#${window}`;
