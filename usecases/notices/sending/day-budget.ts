import type { Instant } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { lazy } from '../../../domain/lazy.ts';
import { type NoticeHours, nextListTime } from '../../../domain/notices/delivery/waiting-hours.ts';
import type { Wait } from '../../../domain/notices/notice.ts';
import type { Organs } from '../../../domain/organs.ts';
import type { RateLimits } from '../../../domain/rate-limit.ts';
import { readersIn } from '../../../domain/roster/readers.ts';
import type { ChangeDelivery } from '../delivery/delivery.ts';
import { messageOf, type Ready } from './list-messages.ts';

export interface DayBudgetDeps {
  readonly limits: RateLimits;
  readonly hours: NoticeHours;
  readonly rules: { readonly organs: Organs; readonly calendar: WorkCalendar };
  readonly deliveries: ChangeDelivery;
}

/** From 08:00 to 08:00 in Beijing. */
const DAY_SECONDS = 86_400;

/** What is no step of a ladder and no digest may come a day later. */
const FOR_ANOTHER_DAY: readonly (Wait | undefined)[] = ['hours', 'along', 'beside'];

/** `others`: another run has it, and counts it. */
type Verdict = 'goes' | 'waits' | 'others';

/**
 * Of the letters and text messages of one run, which go out today: those whose recipient had fewer messages than the
 * budget of a day, or in which something is due. What is too long for one letter is one message. Gives what is to be
 * sent, as it stands now; the rest has been put off, or is another run's. Counted once, however often a transport is
 * asked to take it, by whichever way, and however many runs find it.
 */
export function dayBudget(now: Instant, deps: DayBudgetDeps): (some: readonly Ready[]) => Promise<readonly Ready[]> {
  // Most runs of a day have nothing to count.
  const readers = lazy(() => readersIn(deps.rules.organs));
  const verdicts = new Map<string, Verdict>();
  const rule = { limit: deps.hours.budget, windowSeconds: DAY_SECONDS };
  return async (some) => {
    const [first, ...others] = some;
    if (!first?.address) return some;
    const message = messageOf(first);
    if (some.some(({ delivery }) => delivery.waiting?.isCounted)) {
      verdicts.set(message, 'goes');
      return some;
    }
    const before = verdicts.get(message);
    const own = before ? first : await asCounted(first, deps);
    const verdict = before ?? (own ? await verdictOn(some) : 'others');
    verdicts.set(message, verdict);
    if (verdict === 'waits') await putOff([own!, ...others], now, deps);
    return verdict === 'goes' ? [own!, ...others] : [];
  };

  async function verdictOn(some: readonly Ready[]): Promise<Verdict> {
    const address = some[0]!.address!;
    const reader = 'to' in address ? readers()(address.to) : address.complaint;
    const { allowed } = await deps.limits.take(`messages to ${reader}`, rule, now);
    return allowed || !some.every(({ notice }) => FOR_ANOTHER_DAY.includes(notice.wait)) ? 'goes' : 'waits';
  }
}

/** Undefined where another run has changed it since it was read. */
async function asCounted(ready: Ready, { deliveries }: DayBudgetDeps): Promise<Ready | undefined> {
  const { notice, delivery: before } = ready;
  const waiting = { ...before.waiting!, isCounted: true } as const;
  const delivery = { ...before, waiting, version: before.version + 1 };
  return (await deliveries.change(notice, before, delivery)) ? { ...ready, delivery } : undefined;
}

/** It waits for the next list, and that day's budget. */
async function putOff(some: readonly Ready[], now: Instant, { deliveries, hours, rules }: DayBudgetDeps) {
  const until = nextListTime(now, rules.calendar, hours);
  await Promise.all(
    some.map(async ({ notice, delivery }) => {
      const waiting = { ...delivery.waiting!, since: until, until, isCounted: undefined };
      await deliveries.change(notice, delivery, { ...delivery, waiting, version: delivery.version + 1 });
    }),
  );
}
