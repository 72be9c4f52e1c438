import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LimitRule, type Limits, windowAt } from '../../domain/limit.ts';
import { sha256 } from '../digest.ts';

const Counter = z.object({ taken: z.int() });

/**
 * Counters in the correspondence table, one item for each key and window, forgotten soon after it. What a key holds (an address, a sender) is
 * kept as its hash only. When the table does not answer, everything is allowed and `onFailure` is told: a limit must turn nobody away by mistake.
 */
export function dynamoLimits(
  client: DynamoDBDocumentClient,
  tableName: string,
  onFailure: (error: unknown) => void,
): Limits {
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
      const expiresAt = (number + 1) * rule.windowSeconds + FORGOTTEN_AFTER_SECONDS;
      const taken = await count(itemKeyOf(key, rule, number), rule.limit, expiresAt);
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

const itemKeyOf = (key: string, { windowSeconds }: LimitRule, window: number): string =>
  `LIMIT#${sha256(key)}#${windowSeconds}#${window}`;
