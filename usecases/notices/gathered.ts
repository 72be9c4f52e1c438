import type { Instant } from '../../domain/calendar/day.ts';
import { type Attempt, isInDoubt, isUnspent } from '../../domain/notices/delivery/attempt.ts';
import { afterQuiet, type NoticeHours } from '../../domain/notices/delivery/waiting-hours.ts';
import { groupList } from '../../domain/notices/lists/group-list.ts';
import { byImportance, type ListRules, listLetter, listSms, mostWith } from '../../domain/notices/lists/list-letter.ts';
import type { Address, Notice, Transport } from '../../domain/notices/notice.ts';
import { BEGUN } from './course.ts';
import type { Delivery, SendResult } from './delivery.ts';
import { hasExpired, widensAt } from './patience.ts';
import { distinct } from './recipient.ts';

/** A notice whose time has come, and where it goes first. */
export interface Ready {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly address: Address | undefined;
  /** What became of it there before, once it is in hand. */
  readonly earlier?: Attempt | undefined;
}

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

/** What goes out together, in the order in which it is read. */
export function gathered(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  return [...Map.groupBy(ready, messageOf).values()].flatMap((some) => {
    const sorted = some.toSorted((one, other) => byImportance(one.notice, other.notice));
    const most = mostWith(sorted[0]!.notice);
    const count = Math.ceil(sorted.length / most);
    return Array.from({ length: count }, (_, n) => sorted.slice(n * most, (n + 1) * most));
  });
}

/**
 * By what it is known with which others it goes out. Only what goes to staff, or to an office outside, is read together,
 * that of a batch by itself; what was interrupted goes on by itself, as does what has its own hour.
 */
export function messageOf({ notice, delivery, address }: Ready): string {
  if (!address || !('to' in address) || delivery.state !== 'waiting' || notice.wait === 'hour') return notice.id;
  return `${address.transport} ${address.to} ${notice.together ?? ''}`;
}

/** What goes out, and what of it is kept for each notice. */
interface AsOne {
  readonly whole: Notice;
  readonly parts: readonly Notice[];
}

/**
 * One letter, or message to a group, with a part for each notice, or one text message that names the first and counts the
 * others.
 */
export function asOne(some: readonly [Ready, ...Ready[]], transport: Transport, at: Instant, rules: ListRules): AsOne {
  const [first, ...others] = some.map(({ notice }) => notice) as [Notice, ...Notice[]];
  const notices = [first, ...others] as const;
  if (transport === 'sms') {
    const sms = listSms(notices, rules);
    return { whole: { ...first, sms }, parts: notices.map((one) => ({ ...one, sms })) };
  }
  const { subject, text, parts } = transport === 'robot' ? groupList(notices, rules) : listLetter(notices, at, rules);
  return { whole: { ...first, subject, text }, parts: notices.map((one, n) => ({ ...one, subject, text: parts[n]! })) };
}

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
export function after({ notice, delivery }: Ready, result: SendResult, { now, hours, others }: Sent): Delivery {
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
