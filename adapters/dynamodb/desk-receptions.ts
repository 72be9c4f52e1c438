import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Day, instantAt } from '../../domain/calendar/day.ts';
import { KeptReceptionSchema } from '../../domain/desk/reception.ts';
import type { Receptions } from '../../usecases/desk/receptions.ts';

const TWO_YEARS = 2 * 366 * 86_400;

const forgottenAt = (day: Day): number => Math.floor(Date.parse(instantAt(day, '00:00')) / 1_000) + TWO_YEARS;

/** Reception days in the desk's table: an item a day of an organ, for two years. */
export function dynamoReceptions(client: DynamoDBDocumentClient, TableName: string): Receptions {
  const keyOf = (organ: string, day: Day) => ({ key: `RECEPTION#${organ}#${day}` });
  return {
    async find(organ, day) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(organ, day), ConsistentRead: true }));
      return Item && KeptReceptionSchema.parse(Item);
    },
    async put(organ, day, reception) {
      const before = reception.version - 1;
      const condition = before === 0 ? 'attribute_not_exists(#name)' : '#name = :before';
      const change = {
        Item: { ...keyOf(organ, day), ...reception, expiresAt: forgottenAt(day) },
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#name': before === 0 ? 'key' : 'version' },
        ...(before > 0 && { ExpressionAttributeValues: { ':before': before } }),
      };
      try {
        await client.send(new PutCommand({ TableName, ...change }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
