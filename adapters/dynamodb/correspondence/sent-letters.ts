import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { addHours, type Instant } from '../../../domain/calendar/day.ts';
import { plainAddress, plainMessageId } from '../../../domain/mail.ts';
import { HOURS_TO_END } from '../../../domain/notices/delivery/delivery-state.ts';
import type { SentLetter, SentLetters } from '../../../usecases/notices/transports/sent-letters.ts';
import { sha256 } from '../../digest.ts';
import { isDone } from '../conditional.ts';

/** A mail host gives up after days, and a reader who calls a mail spam does so within weeks. */
const KEPT_SECONDS = 60 * 24 * 60 * 60;
const MOST_RECENT = 5;
/** Beyond so many letters to an address all but the last are forgotten. */
const MOST_KEPT = 10;

const LetterItem = z.object({ noticeId: z.string(), to: z.string() });
const RecentItem = z.object({
  to: z.string(),
  letters: z.array(z.object({ noticeId: z.string(), at: z.iso.datetime() })),
});
type Recent = z.infer<typeof RecentItem>['letters'];

/** Items of the correspondence table, kind THREAD: which mail carried which notice to whom, and the last to each address. */
export function dynamoSentLetters(client: DynamoDBDocumentClient, tableName: string): SentLetters {
  const get = async (key: string) =>
    (await client.send(new GetCommand({ TableName: tableName, Key: { key }, ConsistentRead: true }))).Item;
  const lettersTo = async (address: string): Promise<Recent | undefined> => {
    const item = await get(keyTo(address));
    return item && RecentItem.parse(item).letters;
  };
  const update = (address: string, how: object) =>
    client.send(new UpdateCommand({ TableName: tableName, Key: { key: keyTo(address) }, ...how }));
  /** Letters that go to one address at once are all remembered: each is added, whatever stands there. */
  const rememberTo = async ({ to, noticeId }: SentLetter, now: Instant): Promise<void> => {
    const { Attributes } = await update(to, adding({ noticeId, at: now }, to));
    const { letters } = RecentItem.parse(Attributes);
    if (letters.length > MOST_KEPT) await isDone(update(to, cutting(letters)));
  };
  return {
    async remember(messageId, letter, now) {
      const Item = { key: keyOf(messageId), ...letter, expiresAt: secondsOf(now) + KEPT_SECONDS };
      await Promise.all([client.send(new PutCommand({ TableName: tableName, Item })), rememberTo(letter, now)]);
    },
    async letterOf(messageId) {
      const item = await get(keyOf(messageId));
      return item && LetterItem.parse(item);
    },
    recentTo: async (to, now) => recentOf(await lettersTo(to), now).map(({ noticeId }) => ({ noticeId, to })),
  };
}

const recentOf = (letters: Recent = [], now: Instant): Recent =>
  letters.filter(({ at }) => addHours(at, HOURS_TO_END) > now).slice(-MOST_RECENT);

const adding = (letter: Recent[number], to: string) => ({
  UpdateExpression: 'SET #to = :to, letters = list_append(if_not_exists(letters, :none), :one), expiresAt = :end',
  ExpressionAttributeNames: { '#to': 'to' },
  ExpressionAttributeValues: {
    ...{ ':to': to, ':none': [], ':one': [letter] },
    ':end': secondsOf(letter.at) + HOURS_TO_END * 3_600,
  },
  ReturnValues: 'ALL_NEW' as const,
});

/** Keeps the last ones, unless another letter has come since: that one cuts. */
const cutting = (letters: Recent) => ({
  UpdateExpression: 'SET letters = :last',
  ConditionExpression: 'letters = :all',
  ExpressionAttributeValues: { ':last': letters.slice(-MOST_RECENT), ':all': letters },
});

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

const keyOf = (messageId: string): string => `THREAD#letter#${sha256(plainMessageId(messageId))}`;
const keyTo = (address: string): string => `THREAD#letters-to#${sha256(plainAddress(address))}`;
