import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { contactSchema } from '../../domain/organs.ts';
import type { ChangePeopleDeps, PeopleChange } from '../../usecases/roster/change-people.ts';
import type { PeopleSource } from '../../usecases/roster/living-roster.ts';
import { legible, refuseUnread, type TellUnread } from './legible.ts';

/** Of the province: everybody who was changed, by organ, and beside them the count of changes. */
const PEOPLE = 'PEOPLE';
const COUNT = '#count';
const MOST_SHOWN = 50;

const contacts = z.array(contactSchema());
const PeopleItem = z.object({ sk: z.string(), version: z.int(), contacts });
const CountItem = z.object({ version: z.int() });
const ChangeItem = z.object({
  organ: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  by: z.object({ organ: z.string(), role: z.string(), sub: z.string(), name: z.string() }),
  reason: z.string(),
  before: contacts,
  after: contacts,
});

/** Each of them by itself: one that only a newer release can read is not the end of the colleagues. */
const ListedItem = z.object({ sk: z.string(), contacts: z.array(z.record(z.string(), z.unknown())) });

const changesOf = (organ: string): string => `CHANGES#${organ}`;

/** The roster as it is kept: whoever is there today, and every change with who made it and why (docs/table.md). */
export function dynamoPeople(
  client: DynamoDBDocumentClient,
  TableName: string,
  tellUnread: TellUnread = refuseUnread,
): ChangePeopleDeps['people'] & PeopleSource {
  const tellOf =
    (sk: string): TellUnread =>
    (_, error) =>
      tellUnread(`${PEOPLE} ${sk}`, error);
  const get = async (sk: string) =>
    (await client.send(new GetCommand({ TableName, Key: { pk: PEOPLE, sk }, ConsistentRead: true }))).Item;
  return {
    async version() {
      const item = await get(COUNT);
      return item ? CountItem.parse(item).version : 0;
    },
    async all() {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk > :count',
        ExpressionAttributeValues: { ':pk': PEOPLE, ':count': COUNT },
        ConsistentRead: true,
      };
      const pages = await Array.fromAsync(paginateQuery({ client }, query), ({ Items = [] }) => Items);
      return new Map(
        pages
          .flat()
          .map((item) => ListedItem.parse(item))
          .map(({ sk, contacts: some }) => [sk, legible(some, (one) => contactSchema().parse(one), tellOf(sk))]),
      );
    },
    async read(organ) {
      const item = await get(organ);
      if (!item) return undefined;
      const { version, contacts: some } = PeopleItem.parse(item);
      return { version, contacts: some };
    },
    async change(change) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: itemsOf(change, TableName) }));
        return true;
      } catch (error) {
        if (error instanceof TransactionCanceledException && isStale(error)) return false;
        throw error;
      }
    },
    async changes(organ) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': changesOf(organ) },
          ScanIndexForward: false,
          Limit: MOST_SHOWN,
        }),
      );
      return Items.map((item) => ChangeItem.parse(item));
    },
  };
}

const isStale = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.some(({ Code }) => Code === 'ConditionalCheckFailed');

/** The people in their next version, the count, and the change, which is written once and never again. */
function itemsOf(change: PeopleChange, TableName: string) {
  const { organ, version, after } = change;
  const sk = String(version).padStart(8, '0');
  return [
    {
      Put: {
        TableName,
        Item: { pk: PEOPLE, sk: organ, version, contacts: after },
        ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
        ...(version > 1 && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': version - 1 },
        }),
      },
    },
    {
      Update: {
        TableName,
        Key: { pk: PEOPLE, sk: COUNT },
        UpdateExpression: 'ADD #version :one',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
    {
      Put: {
        TableName,
        Item: { pk: changesOf(organ), sk, ...change },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
}
