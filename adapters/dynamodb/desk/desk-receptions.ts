import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Day, instantAt } from '../../../domain/calendar/day.ts';
import { KeptReceptionSchema } from '../../../domain/desk/reception.ts';
import type { Receptions } from '../../../usecases/desk/receptions.ts';
import { ifVersion, isDone } from '../conditional.ts';

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
      const Item = { ...keyOf(organ, day), ...reception, expiresAt: forgottenAt(day) };
      return await isDone(client.send(new PutCommand({ TableName, Item, ...ifVersion(reception.version - 1) })));
    },
  };
}
