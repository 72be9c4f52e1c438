import type { Instant } from '../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../domain/calendar/working-days.ts';
import type { Limits } from '../../domain/limit.ts';
import type { Address, Wait } from '../../domain/notices/notice.ts';
import { type NoticeHours, nextListTime } from '../../domain/notices/waiting-hours.ts';
import type { Organs } from '../../domain/organs.ts';
import type { ChangeDelivery } from './delivery.ts';
import type { Ready } from './gathered.ts';

export interface DayBudgetDeps {
  readonly limits: Limits;
  readonly hours: NoticeHours;
  readonly rules: { readonly organs: Organs; readonly calendar: WorkCalendar };
  readonly deliveries: ChangeDelivery;
}

/** From 08:00 to 08:00 in Beijing. */
const DAY_SECONDS = 86_400;

/** What is no step of a ladder and no digest may come a day later. */
const FOR_ANOTHER_DAY: readonly (Wait | undefined)[] = ['hours', 'along', 'beside'];

/**
 * Whether a letter or text message goes out today: its recipient had fewer messages than the budget of a day, or
 * something in it is due. Counted once, however often a transport is asked to take it; by whichever way.
 */
export async function isInBudget(some: readonly Ready[], now: Instant, deps: DayBudgetDeps): Promise<boolean> {
  const [first] = some;
  if (!first?.address || some.some(({ delivery }) => delivery.waiting?.isCounted)) return true;
  const rule = { limit: deps.hours.budget, windowSeconds: DAY_SECONDS };
  const { allowed } = await deps.limits.take(`messages to ${readerAt(first.address, deps.rules.organs)}`, rule, now);
  return allowed || !some.every(({ notice }) => FOR_ANOTHER_DAY.includes(notice.wait));
}

/** One name for mailbox and telephone of one person; of an address that the roster does not know, itself. */
function readerAt(address: Address, organs: Organs): string {
  if (!('to' in address)) return address.complaint;
  const { organ, to } = address;
  const known = organs.get(organ)?.contacts.find(({ email, phone }) => email === to || phone === to);
  return known?.email ?? to;
}

/** It waits for the next list, and that day's budget. */
export async function putOff(some: readonly Ready[], now: Instant, { deliveries, hours, rules }: DayBudgetDeps) {
  const until = nextListTime(now, rules.calendar, hours);
  await Promise.all(
    some.map(async ({ notice, delivery }) => {
      const waiting = { ...delivery.waiting!, since: until, until };
      await deliveries.change(notice, delivery, { ...delivery, waiting, version: delivery.version + 1 });
    }),
  );
}
