import * as z from 'zod';
import { IMPORTANCES } from '../../domain/notices/importance.ts';
import { TRANSPORTS } from '../../domain/notices/notice.ts';
import type { Delivery, NoticeHead } from '../../usecases/notices/delivery.ts';
import type { WaitingNotice } from '../../usecases/notices/send-waiting.ts';
import { keyOf } from './case-store.ts';

/** The partition of the index `due` that holds what waits for a transport, the most important first. */
export const WAITING = 'WAITING';
/** The one that holds what was put by until a list goes out, the soonest first. */
export const PUT_BY = 'PUT-BY';

/** A delivery as it lies beside its case. */
export function deliveryItemOf({ id, caseId, at, subject }: NoticeHead, delivery: Delivery) {
  return { pk: keyOf(caseId), sk: `NOTICE#${id}`, at, subject, ...delivery, ...dueOf(delivery, at) };
}

function dueOf({ waiting }: Delivery, at: string) {
  if (!waiting) return {};
  if (waiting.isPutBy) return { duePk: PUT_BY, dueAt: waiting.until };
  return { duePk: WAITING, dueAt: `${IMPORTANCES.indexOf(waiting.importance)}#${at}` };
}

const instant = z.iso.datetime();

const attempt = z.object({
  transport: z.enum(TRANSPORTS),
  recipient: z.string(),
  result: z.enum(['sent', 'refused', 'busy', 'barred', 'later', 'unknown', 'no-address']),
  reason: z.string().optional(),
  by: z.string().optional(),
  tries: z.int().optional(),
  at: instant.optional(),
  with: z.array(z.string()).optional(),
});

const waiting = z.object({
  importance: z.enum(IMPORTANCES),
  since: instant,
  until: instant,
  widensAt: instant.optional(),
  isPutBy: z.literal(true).optional(),
});

/** An item of before there was a version counts as the one before the first. */
export const DeliveryItem = z
  .object({
    pk: z.string(),
    sk: z.string(),
    at: instant,
    subject: z.string(),
    claimedBy: z.string(),
    claimedAt: instant.optional(),
    state: z.enum(['waiting', 'sending', 'sent', 'failed', 'uncertain', 'needless']),
    attempts: z.array(attempt),
    waiting: waiting.optional(),
    movedOn: z.literal(true).optional(),
    version: z.int().default(0),
  })
  .transform(
    ({ pk, sk, at, subject, claimedAt = at, ...delivery }): WaitingNotice => ({
      notice: { id: sk.slice('NOTICE#'.length), caseId: pk.slice('CASE#'.length), at, subject },
      delivery: { ...delivery, claimedAt },
    }),
  );
