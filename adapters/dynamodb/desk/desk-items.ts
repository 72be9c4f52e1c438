import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import type { Roster } from '../../../domain/organs.ts';
import type { LogInDeps } from '../../../usecases/desk/log-in.ts';
import type { SessionsDeps } from '../../../usecases/desk/sessions.ts';
import { isDone } from '../conditional.ts';

/** A form that was left open over the longest holidays still finds its person. */
const KEPT = 10 * 86_400;
const LOG_IN = 600;

const SessionItem = z.object({
  staff: z.object({
    kind: z.literal('staff'),
    organ: z.string(),
    role: z.string(),
    name: z.string(),
    sub: z.string(),
  }),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
});

const LogInItem = z.object({
  logIn: z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() }),
  expiresAt: z.number(),
});

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

/** Who is logged in, in the desk's table; an item goes ten days after its session began. */
export function dynamoSessions(
  client: DynamoDBDocumentClient,
  TableName: string,
  roster: Pick<Roster, 'organs'>,
): SessionsDeps['sessions'] {
  const today = inIdsOfToday(roster);
  const keyOf = (key: string) => ({ key: `SESSION#${key}` });
  return {
    async open({ key, ...session }) {
      const Item = { ...keyOf(key), ...session, expiresAt: secondsOf(session.startedAt) + KEPT };
      await client.send(new PutCommand({ TableName, Item }));
    },
    async find(key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      return Item && { key, ...today(SessionItem.parse(Item)) };
    },
    async touch(key, at) {
      const change = {
        UpdateExpression: 'SET seenAt = :at',
        ConditionExpression: 'attribute_exists(#key)',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: { ':at': at },
      };
      await isDone(client.send(new UpdateCommand({ TableName, Key: keyOf(key), ...change })));
    },
    async end(key) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(key) }));
    },
  };
}

/** Log-ins under way, in the same table. */
export function dynamoLogIns(client: DynamoDBDocumentClient, TableName: string): LogInDeps['logIns'] {
  const keyOf = (key: string) => ({ key: `LOGIN#${key}` });
  return {
    async keep(key, logIn, now) {
      const Item = { ...keyOf(key), logIn, expiresAt: secondsOf(now) + LOG_IN };
      await client.send(new PutCommand({ TableName, Item }));
    },
    async take(key, now) {
      const taken = await client.send(new DeleteCommand({ TableName, Key: keyOf(key), ReturnValues: 'ALL_OLD' }));
      const item = taken.Attributes && LogInItem.parse(taken.Attributes);
      return item && item.expiresAt > secondsOf(now) ? item.logIn : undefined;
    },
  };
}
