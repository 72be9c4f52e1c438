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

const LetterItem = z.object({ noticeId: z.string(), to: z.string() });
const RecentItem = z.object({
  to: z.string(),
  letters: z.array(z.object({ noticeId: z.string(), at: z.iso.datetime() })),
});
type Recent = z.infer<typeof RecentItem>['letters'];

/** Items of the correspondence table, kind THREAD: which mail carried which notice to whom, and the last to each address. */
export function dynamoSentLetters(client: DynamoDBDocumentClient, tableName: string): SentLetters {
  const put = (item: object, after: Instant, seconds: number) => {
    const expiresAt = Math.floor(Date.parse(after) / 1000) + seconds;
    return client.send(new PutCommand({ TableName: tableName, Item: { ...item, expiresAt } }));
  };
  const get = async (key: string) => (await client.send(new GetCommand({ TableName: tableName, Key: { key } }))).Item;
  const lettersTo = async (address: string, now: Instant): Promise<Recent> => {
    const item = await get(keyTo(address));
    const letters = item ? RecentItem.parse(item).letters : [];
    return letters.filter(({ at }) => addHours(at, HOURS_TO_END) > now);
  };
  const rememberTo = async (to: string, noticeId: string, now: Instant) => {
    const letters = [...(await lettersTo(to, now)), { noticeId, at: now }].slice(-MOST_RECENT);
    await put({ key: keyTo(to), to, letters }, now, HOURS_TO_END * 3_600);
  };
  return {
    async remember(messageId, letter, now) {
      const { to, noticeId } = letter;
      await Promise.all([put({ key: keyOf(messageId), ...letter }, now, KEPT_SECONDS), rememberTo(to, noticeId, now)]);
    },
    async letterOf(messageId) {
      const item = await get(keyOf(messageId));
      return item && LetterItem.parse(item);
    },
    recentTo: async (to, now) => (await lettersTo(to, now)).map(({ noticeId }) => ({ noticeId, to })),
  };
}

const keyOf = (messageId: string): string => `THREAD#letter#${sha256(plainMessageId(messageId))}`;
const keyTo = (address: string): string => `THREAD#letters-to#${sha256(plainAddress(address))}`;
