import type { Instant } from '../../../domain/calendar/day.ts';
import { type Attempt, isInDoubt, isUnspent } from '../../../domain/notices/delivery/attempt.ts';
import { afterQuiet, type NoticeHours } from '../../../domain/notices/delivery/waiting-hours.ts';
import type { Address, Notice } from '../../../domain/notices/notice.ts';
import type { Delivery, SendResult } from '../delivery/delivery.ts';
import { BEGUN } from '../delivery/past-attempts.ts';
import { distinct } from '../delivery/recipient.ts';
import { hasExpired, widensAt } from '../delivery/retry-policy.ts';
import type { Ready } from './list-messages.ts';

/** Which attempt is next in a list: at the first address that was not tried, else at the one that was busy longest ago. */
export function nextNumber({ addresses }: Pick<Notice, 'addresses'>, attempts: readonly Attempt[]): number | undefined {
  if (attempts.length < distinct(addresses).length) return attempts.length;
  const [open] = attempts
    .flatMap((attempt, number) => (staysHere(attempt) ? [{ number, at: attempt.at ?? '' }] : []))
    .toSorted((one, other) => one.at.localeCompare(other.at));
  return open?.number;
}

/** Where the next attempt goes. */
export function openAddressOf(notice: Pick<Notice, 'addresses'>, { attempts }: Delivery): Address | undefined {
  const number = nextNumber(notice, attempts);
  return number === undefined ? undefined : distinct(notice.addresses)[number];
}

/** The attempt that is on record and has not ended. */
export const begunIn = ({ attempts }: Delivery): number =>
  attempts.findLastIndex(({ reason }) => reason === BEGUN.reason);

const LATER_MS = 5 * 60_000;

/** Whether the address is tried again. A number that has had its text messages of the day takes none before tomorrow. */
const staysHere = (attempt: Attempt): boolean =>
  isUnspent(attempt) && !(attempt.transport === 'sms' && attempt.result === 'later');

/** After these the provider may be asked what became of it. */
const ASKED_AFTER: readonly SendResult['kind'][] = ['sent', 'unknown'];

/** When it went out, and the ids of those that went with it. */
interface Sent {
  readonly now: Instant;
  readonly hours: NoticeHours;
  readonly others: readonly string[];
}

/**
 * What became of one of them. What was not taken waits for another list, in no quiet hours: for the same address, or for
 * the next one where this one is spent, or has been busy as long as one waits for that; where all were busy, for the
 * first once more. It goes on alone where nothing is left to try, where the provider is to be asked, and when its time is over.
 */
export function afterSending({ notice, delivery }: Ready, result: SendResult, { now, hours, others }: Sent): Delivery {
  const number = begunIn(delivery);
  const { asked, ...begun } = delivery.attempts[number]!;
  const attempt: Attempt = {
    ...begun,
    result: result.kind,
    reason: 'reason' in result ? result.reason : undefined,
    ...(result.by !== undefined && { by: result.by }),
    ...(others.length > 0 && { with: others }),
    ...(ASKED_AFTER.includes(result.kind) && asked !== undefined && { asked }),
  };
  const changed = { ...delivery, version: delivery.version + 1 };
  const all = delivery.attempts.with(number, attempt);
  if (result.kind === 'sent') return { ...changed, state: 'sent', attempts: all, waiting: undefined };
  const { importance, since } = delivery.waiting!;
  const alone = (from: Instant): Delivery => ({
    ...changed,
    ...{ state: 'waiting', attempts: all, waiting: { importance, since: from, until: now } },
  });
  if (isInDoubt(attempt)) return alone(now);
  if (hasExpired(notice, since, now)) return alone(since);
  const isHere = staysHere(attempt) && now < widensAt(notice, since) && number === all.length - 1;
  const attempts = isHere ? all.slice(0, -1) : all;
  const next = nextNumber(notice, attempts);
  if (next === undefined) return alone(now);
  const isAtOnce = !isHere && next === all.length;
  const at = isAtOnce ? now : ('until' in result && result.until) || fiveMinutesAfter(now);
  const waiting = {
    importance,
    since,
    until: afterQuiet(at, hours),
    ...WAITS_IN_LISTS,
    ...(isHere && { earlier: attempt }),
  };
  return { ...changed, state: 'waiting', attempts, waiting };
}

const WAITS_IN_LISTS = { isPutBy: true, isCounted: true } as const;

const fiveMinutesAfter = (now: Instant): Instant => new Date(Date.parse(now) + LATER_MS).toISOString();
