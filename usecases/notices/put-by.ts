import type { Instant } from '../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../domain/calendar/working-days.ts';
import type { Limits } from '../../domain/limit.ts';
import { importanceOf } from '../../domain/notices/importance.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import {
  afterQuiet,
  batchAfter,
  isWorkingHour,
  type NoticeHours,
  nextListTime,
  rungAfter,
} from '../../domain/notices/waiting-hours.ts';
import { Busy } from './delivery.ts';
import type { Holder, SendNoticeDeps } from './send-notice.ts';

export interface PutByDeps extends Pick<SendNoticeDeps, 'deliveries'> {
  readonly limits: Limits;
  readonly hours: NoticeHours;
  readonly rules: { readonly calendar: WorkCalendar };
}

/**
 * Keeps a notice that can wait until its list goes out, or until people are at work: true if it was put by. One that was
 * tried before, or came back, waits for the end of the quiet hours only. Said again, it is put by once. Throws `Busy`
 * where two say so at the same moment.
 */
export async function putBy(notice: Notice, holder: Holder, deps: PutByDeps): Promise<boolean> {
  if (notice.wait === undefined) return false;
  const delivery = await deps.deliveries.claim(notice, holder);
  const { waiting: before } = delivery;
  if (before) return before.isPutBy === true || before.until > holder.now;
  if (delivery.state !== 'waiting') return false;
  const isTried = delivery.attempts.length > 0;
  const until = isTried ? afterQuiet(holder.now, deps.hours) : await waitsUntil(notice, holder.now, deps);
  if (until === undefined || (isTried && until <= holder.now)) return false;
  const waiting = { importance: importanceOf(notice), since: until, until, ...(!isTried && IN_LISTS) };
  const after = { ...delivery, waiting, version: delivery.version + 1 };
  if (!(await deps.deliveries.change(notice, delivery, after))) throw new Busy('another has it in hand');
  return true;
}

const IN_LISTS = { isPutBy: true } as const;

async function waitsUntil(notice: Notice, now: Instant, deps: PutByDeps): Promise<Instant | undefined> {
  const { rules, hours } = deps;
  if (notice.wait === 'list') return rungAfter(now, rules.calendar, hours);
  if (notice.wait === 'batch') return batchAfter(notice.at);
  const passes = isWorkingHour(now, rules.calendar, hours) && (await isWithinBudget(notice, now, deps));
  return passes ? undefined : nextListTime(now, rules.calendar, hours);
}

const DAY_SECONDS = 86_400;

/** Days are counted from 08:00 to 08:00 in Beijing. A text message comes in no list, and is not counted. */
async function isWithinBudget({ addresses }: Notice, now: Instant, { limits, hours }: PutByDeps): Promise<boolean> {
  const [first] = addresses;
  if (!first || !('to' in first) || first.transport !== 'email') return true;
  const rule = { limit: hours.budget, windowSeconds: DAY_SECONDS };
  return (await limits.take(`letters to ${first.organ}/${first.role}`, rule, now)).allowed;
}
