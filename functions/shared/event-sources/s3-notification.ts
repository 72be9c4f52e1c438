import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import { PoisonMessage } from './poison.ts';

const created = z.object({
  eventName: z.string(),
  /** When the mail came, however often its message is sent again. */
  eventTime: z.iso.datetime().optional(),
  s3: z.object({ object: z.object({ key: z.string(), size: z.number().default(0) }) }),
});

/** What S3 puts on the queue: objects that came to be, or the one test message it sends when it is told to. */
const S3Notification = z.union([
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => []),
  z.object({ Records: z.array(created) }).transform(({ Records }) => Records),
]);

/** The new objects, their keys as they are: S3 writes them as in a form, blanks as "+". Throws what is permanent. */
export function objectsIn(body: string): { key: string; size: number; createdAt: Instant | undefined }[] {
  return S3Notification.parse(JSON.parse(body))
    .filter(({ eventName }) => eventName.startsWith('ObjectCreated:'))
    .map(({ eventTime, s3: { object } }) => ({
      key: decoded(object.key),
      size: object.size,
      createdAt: eventTime && new Date(eventTime).toISOString(),
    }));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    throw new PoisonMessage('key not encoded as S3 does');
  }
}
