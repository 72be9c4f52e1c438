import type { Instant } from '../../../domain/calendar/day.ts';
import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import { groupList } from '../../../domain/notices/lists/group-list.ts';
import {
  byImportance,
  type ListRules,
  listLetter,
  listSms,
  mostWith,
} from '../../../domain/notices/lists/list-letter.ts';
import type { Address, Notice, Transport } from '../../../domain/notices/notice.ts';
import type { Delivery } from '../delivery/delivery.ts';

/** A notice whose time has come, and where it goes first. */
export interface Ready {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly address: Address | undefined;
  /** What became of it there before, once it is in hand. */
  readonly earlier?: Attempt | undefined;
}

/** What goes out together, in the order in which it is read. */
export function messagesOf(ready: readonly Ready[]): readonly (readonly Ready[])[] {
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
