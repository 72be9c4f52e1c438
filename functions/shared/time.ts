import type { Instant } from '../../domain/calendar/day.ts';

/** When the gateway took the request. */
export function receivedAt(event: { readonly requestContext: { readonly timeEpoch: number } }): Instant {
  return new Date(event.requestContext.timeEpoch).toISOString();
}

/** When the message entered its queue. */
export function sentAt(record: { readonly attributes: { readonly SentTimestamp: string } }): Instant {
  return new Date(Number(record.attributes.SentTimestamp)).toISOString();
}

/** The computer's time. */
export const computerTime = (): Instant => new Date().toISOString();

/** When the message is worked on: the computer's time. Where time is simulated, on a local stack, when it was sent. */
export const workedAt = (record: Parameters<typeof sentAt>[0]): Instant =>
  process.env.TIME === 'simulated' ? sentAt(record) : computerTime();
