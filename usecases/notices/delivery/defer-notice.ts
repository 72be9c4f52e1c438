import type { Instant } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { isUnspent } from '../../../domain/notices/delivery/attempt.ts';
import {
  afterQuietOf,
  batchAfter,
  listAfter,
  type NoticeHours,
  nextListTime,
  rungAfter,
} from '../../../domain/notices/delivery/waiting-hours.ts';
import { importanceOf } from '../../../domain/notices/importance.ts';
import type { Notice, Wait } from '../../../domain/notices/notice.ts';
import { type ClaimDelivery, changeOwn, type Holder, withDelivery } from './claim-delivery.ts';
import type { ChangeDelivery, Delivery } from './delivery.ts';

export interface DeferNoticeDeps {
  readonly deliveries: ChangeDelivery & ClaimDelivery;
  readonly hours: NoticeHours;
  readonly rules: { readonly calendar: WorkCalendar };
}

/**
 * Keeps a notice that can wait until its list goes out: true if it was deferred. One that came back goes on within five
 * minutes, or at the end of the quiet hours, with all others of its letter, unless it was held up before. Whatever else
 * was tried before waits for the end of the quiet hours only. Said again, it is deferred once. Throws `Busy` where two say
 * so at the same moment.
 */
export async function deferNotice(notice: Notice, holder: Holder, deps: DeferNoticeDeps): Promise<boolean> {
  const { wait } = notice;
  if (wait === undefined) return false;
  return await withDelivery(notice, holder, deps.deliveries, (delivery) =>
    deferAs({ ...notice, wait }, holder, delivery, deps),
  );
}

async function deferAs(
  notice: Notice & { readonly wait: Wait },
  holder: Holder,
  delivery: Delivery,
  deps: DeferNoticeDeps,
): Promise<boolean> {
  const { waiting: before } = delivery;
  if (before) return before.isPutBy === true || before.until > holder.now;
  if (delivery.state !== 'waiting') return false;
  const { attempts } = delivery;
  const isInDoubt = attempts.some((attempt) => attempt.result !== 'refused' && !isUnspent(attempt));
  const until =
    attempts.length > 0
      ? afterQuietOf(notice, isInDoubt || holder.takesOver ? holder.now : listAfter(holder.now), deps.hours)
      : waitsUntil(notice.wait, notice.at, holder.now, deps);
  if (attempts.length > 0 && until <= holder.now) return false;
  const waiting = { importance: importanceOf(notice), since: until, until, ...(!isInDoubt && IN_LISTS) };
  const after = { ...delivery, waiting, version: delivery.version + 1 };
  await changeOwn(notice, delivery, after, deps.deliveries);
  return true;
}

const IN_LISTS = { isPutBy: true } as const;

function waitsUntil(wait: Wait, at: Instant, now: Instant, { rules, hours }: DeferNoticeDeps): Instant {
  if (wait === 'list' || wait === 'along' || wait === 'beside') return rungAfter(now, rules.calendar, hours);
  if (wait === 'hour') return now;
  return wait === 'batch' ? batchAfter(at) : nextListTime(now, rules.calendar, hours);
}
