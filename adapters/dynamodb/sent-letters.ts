import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { addHours, type Instant } from '../../domain/calendar/day.ts';
import { plainAddress, plainMessageId } from '../../domain/mail.ts';
import { HOURS_TO_END } from '../../domain/notices/delivery-state.ts';
import type { SentLetters } from '../../usecases/notices/sent-letters.ts';
import { sha256 } from '../digest.ts';

/** A mail host gives up after days, and a reader who calls a mail spam does so within weeks. */
const KEPT_SECONDS = 60 * 24 * 60 * 60;
const MOST_RECENT = 5;
/** Of n letters at once each round has one written, so that more than ten at once to one address are not awaited. */
const MOST_TRIES = 10;

const LetterItem = z.object({ noticeId: z.string(), to: z.string() });
const RecentItem = z.object({
  to: z.string(),
  letters: z.array(z.object({ noticeId: z.string(), at: z.iso.datetime() })),
});
type Recent = z.infer<typeof RecentItem>['letters'];

/** Until when an item is kept. */
interface Kept {
  readonly after: Instant;
  readonly seconds: number;
}

/** Items of the correspondence table, kind THREAD: which mail carried which notice to whom, and the last to each address. */
export function dynamoSentLetters(client: DynamoDBDocumentClient, tableName: string): SentLetters {
  const put = (item: object, { after, seconds }: Kept, guard = {}) => {
    const expiresAt = Math.floor(Date.parse(after) / 1000) + seconds;
    return client.send(new PutCommand({ TableName: tableName, Item: { ...item, expiresAt }, ...guard }));
  };
  const get = async (key: string) =>
    (await client.send(new GetCommand({ TableName: tableName, Key: { key }, ConsistentRead: true }))).Item;
  const lettersTo = async (address: string): Promise<Recent | undefined> => {
    const item = await get(keyTo(address));
    return item && RecentItem.parse(item).letters;
  };
  const rememberTo = async (to: string, noticeId: string, now: Instant, triesLeft = MOST_TRIES): Promise<void> => {
    const before = await lettersTo(to);
    const letters = [...recentOf(before, now), { noticeId, at: now }].slice(-MOST_RECENT);
    try {
      await put({ key: keyTo(to), to, letters }, { after: now, seconds: HOURS_TO_END * 3_600 }, unchangedSince(before));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || triesLeft === 1) throw error;
      await rememberTo(to, noticeId, now, triesLeft - 1);
    }
  };
  return {
    async remember(messageId, letter, now) {
      const { to, noticeId } = letter;
      const kept = put({ key: keyOf(messageId), ...letter }, { after: now, seconds: KEPT_SECONDS });
      await Promise.all([kept, rememberTo(to, noticeId, now)]);
    },
    async letterOf(messageId) {
      const item = await get(keyOf(messageId));
      return item && LetterItem.parse(item);
    },
    recentTo: async (to, now) => recentOf(await lettersTo(to), now).map(({ noticeId }) => ({ noticeId, to })),
  };
}

const recentOf = (letters: Recent = [], now: Instant): Recent =>
  letters.filter(({ at }) => addHours(at, HOURS_TO_END) > now);

/** Letters that go to one address at once are all remembered: who finds the item changed reads it again. */
const unchangedSince = (before: Recent | undefined) => ({
  ConditionExpression: before ? '#letters = :before' : 'attribute_not_exists(#letters)',
  ExpressionAttributeNames: { '#letters': 'letters' },
  ...(before && { ExpressionAttributeValues: { ':before': before } }),
});

const keyOf = (messageId: string): string => `THREAD#letter#${sha256(plainMessageId(messageId))}`;
const keyTo = (address: string): string => `THREAD#letters-to#${sha256(plainAddress(address))}`;
