import type { Instant } from '../../../domain/calendar/day.ts';
import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import type { DeliveryState } from '../../../domain/notices/delivery/delivery-state.ts';
import { importanceOf } from '../../../domain/notices/importance.ts';
import { type FindNoticeDeps, findNotice } from './find-notice.ts';
import type { SendNoticeDeps } from './send-notice.ts';

/** Somebody has it, as far as anybody knows. */
const SENT: readonly DeliveryState[] = ['sent', 'delivered', 'unconfirmed'];

export type ReopenDeliveryDeps = FindNoticeDeps & Pick<SendNoticeDeps, 'deliveries'>;

export type Reopened =
  | { readonly kind: 'reopened'; readonly before: readonly Attempt[] }
  /** `superseded`: a reminder whose duty is done. `sent`: somebody has it. `in-hand`: it is being sent. */
  | { readonly kind: 'no-such-notice' | 'superseded' | 'sent' | 'in-hand' };

/**
 * Has a notice that nobody took tried at all its addresses once more, as the roster has them now: the next run of the
 * schedule sends it. One that was sent stays sent. Said again before that run, it changes nothing.
 */
export async function reopenDelivery(noticeId: string, now: Instant, deps: ReopenDeliveryDeps): Promise<Reopened> {
  const notice = await findNotice(noticeId, deps);
  if (notice === undefined) return { kind: 'no-such-notice' };
  if (notice === 'superseded') return { kind: 'superseded' };
  const holder = { id: `reopened ${now}`, now };
  const before = await deps.deliveries.claim(notice, holder);
  if (SENT.includes(before.state)) return { kind: 'sent' };
  if (before.state === 'sending') return { kind: 'in-hand' };
  const waiting = { importance: importanceOf(notice), since: now, until: now };
  const version = before.version + 1;
  const after = { claimedBy: holder.id, claimedAt: now, state: 'waiting', attempts: [], waiting, version } as const;
  const done = await deps.deliveries.change(notice, before, after);
  return done ? { kind: 'reopened', before: before.attempts } : { kind: 'in-hand' };
}
