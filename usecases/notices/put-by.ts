import type { Instant } from '../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../domain/calendar/working-days.ts';
import { importanceOf } from '../../domain/notices/importance.ts';
import type { Notice, Wait } from '../../domain/notices/notice.ts';
import { batchAfter, type NoticeHours, nextListTime, rungAfter } from '../../domain/notices/waiting-hours.ts';
import type { Holder, SendNoticeDeps } from './send-notice.ts';

export interface PutByDeps extends Pick<SendNoticeDeps, 'deliveries'> {
  readonly hours: NoticeHours;
  readonly rules: { readonly calendar: WorkCalendar };
}

/**
 * Keeps a notice that can wait until its list goes out: true if it was put by. One that was tried before, or came back,
 * waits no more. Said again, it is put by once.
 */
export async function putBy(notice: Notice, holder: Holder, deps: PutByDeps): Promise<boolean> {
  if (notice.wait === undefined) return false;
  const delivery = await deps.deliveries.claim(notice, holder);
  if (delivery.waiting?.isPutBy) return true;
  if (delivery.state !== 'waiting' || delivery.waiting || delivery.attempts.length > 0) return false;
  const until = waitsUntil(notice.wait, notice.at, holder.now, deps);
  const waiting = { importance: importanceOf(notice), since: until, until, isPutBy: true } as const;
  return await deps.deliveries.change(notice, delivery, { ...delivery, waiting, version: delivery.version + 1 });
}

function waitsUntil(wait: Wait, at: Instant, now: Instant, { rules, hours }: PutByDeps): Instant {
  if (wait === 'list' || wait === 'along') return rungAfter(now, rules.calendar, hours);
  return wait === 'batch' ? batchAfter(at) : nextListTime(now, rules.calendar, hours);
}
