import * as z from 'zod';
import { AttemptSchema } from '../../../domain/notices/delivery/attempt.ts';
import { DELIVERY_STATES, looksAt } from '../../../domain/notices/delivery/delivery-state.ts';
import { IMPORTANCES } from '../../../domain/notices/importance.ts';
import { isMissed } from '../../../domain/notices/lists/missed-notices.ts';
import type { Delivery, KnownDelivery, NoticeHead } from '../../../usecases/notices/delivery/delivery.ts';
import { keyOf } from '../cases/case-key.ts';

/** The partition of the index `due` that holds what waits for a transport, the most important first. */
export const WAITING = 'WAITING';
/** The one that holds what was deferred until a list goes out, the soonest first. */
export const PUT_BY = 'PUT-BY';
/** What is queued or being sent, since when. */
export const IN_HAND = 'IN-HAND';
/** What was sent and is to be looked at, the soonest first. */
export const SENT = 'SENT';

/** What reached nobody, by when it came to that end. */
export const MISSED = 'MISSED';

/** A delivery as it lies beside its case. */
export function deliveryItemOf({ id, caseId, at, subject }: NoticeHead, delivery: Delivery) {
  return { pk: keyOf(caseId), sk: `NOTICE#${id}`, at, subject, ...delivery, ...dueOf(delivery, at) };
}

function dueOf({ waiting, state, attempts, claimedAt }: Delivery, at: string) {
  if (!waiting && (state === 'waiting' || state === 'sending')) return { duePk: IN_HAND, dueAt: claimedAt };
  if (isMissed({ state, attempts })) return { duePk: MISSED, dueAt: claimedAt };
  if (!waiting) return { ...indexed(looksAt(state, attempts)) };
  if (waiting.isPutBy) return { duePk: PUT_BY, dueAt: waiting.until };
  return { duePk: WAITING, dueAt: `${IMPORTANCES.indexOf(waiting.importance)}#${at}` };
}

const indexed = (dueAt: string | undefined) => dueAt !== undefined && { duePk: SENT, dueAt };

const instant = z.iso.datetime();

const waiting = z.object({
  importance: z.enum(IMPORTANCES),
  since: instant,
  until: instant,
  widensAt: instant.optional(),
  isPutBy: z.literal(true).optional(),
  isCounted: z.literal(true).optional(),
  earlier: AttemptSchema.optional(),
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
    state: z.enum(DELIVERY_STATES),
    attempts: z.array(AttemptSchema),
    waiting: waiting.optional(),
    version: z.int().default(0),
  })
  .transform(
    ({ pk, sk, at, subject, claimedAt = at, ...delivery }): KnownDelivery => ({
      notice: { id: sk.slice('NOTICE#'.length), caseId: pk.slice('CASE#'.length), at, subject },
      delivery: { ...delivery, claimedAt },
    }),
  );
