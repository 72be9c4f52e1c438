import type { Instant } from '../../../domain/calendar/day.ts';
import { type DeferNoticeDeps, deferNotice } from '../delivery/defer-notice.ts';
import { Busy, type KnownDelivery } from '../delivery/delivery.ts';
import { findNotice } from './find-notice.ts';
import { sendNotice } from './send-notice.ts';
import { DEAD_AFTER_MS, isDead, type SendWaitingDeps } from './send-waiting.ts';

export type ResumeStuckDeps = Omit<SendWaitingDeps & DeferNoticeDeps, 'deliveries'> & {
  readonly deliveries: SendWaitingDeps['deliveries'] & {
    /** What was queued or taken in hand then or earlier, and has not gone on since, page by page. */
    inHandSince(then: Instant): AsyncIterable<readonly KnownDelivery[]>;
  };
};

/**
 * Takes again what has been in hand for five minutes: its queue message was lost, or is held, or the function died with
 * it. It goes on as it would have from the queue; should the message come after all, it finds the notice taken. What
 * somebody took in hand since it was listed is left to them. Tells whether there was any.
 */
export async function resumeStuck(now: Instant, deps: ResumeStuckDeps): Promise<boolean> {
  let isAny = false;
  const then = new Date(Date.parse(now) - DEAD_AFTER_MS).toISOString();
  // What fails stays at the head of the line, and must not hide what stands behind it.
  for await (const page of deps.deliveries.inHandSince(then))
    for (const known of page) {
      if (!deps.hasTime()) return isAny;
      isAny = true;
      await take(known, now, deps).catch((error: unknown) => {
        if (!(error instanceof Busy)) deps.onFailure(known.notice.id, error);
      });
    }
  return isAny;
}

async function take({ notice: head, delivery }: KnownDelivery, now: Instant, deps: ResumeStuckDeps): Promise<void> {
  if (!isDead(delivery, now)) return;
  const notice = await findNotice(head.id, deps);
  if (notice === undefined) throw new Error('a notice in hand is explained by no event');
  if (notice === 'superseded') {
    await deps.deliveries.change(head, delivery, { ...delivery, state: 'needless', version: delivery.version + 1 });
    return;
  }
  const holder = { id: `again ${now}`, now, takesOver: true, version: delivery.version };
  if (!(await deferNotice(notice, holder, deps))) deps.onOutcome(notice, await sendNotice(notice, holder, deps));
}
