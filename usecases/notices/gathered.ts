import type { Instant } from '../../domain/calendar/day.ts';
import { type Attempt, isInDoubt, isUnspent } from '../../domain/notices/attempt.ts';
import { byImportance, listLetter, listSms, mostWith, textWith } from '../../domain/notices/list-letter.ts';
import type { Address, Notice, Transport } from '../../domain/notices/notice.ts';
import { afterQuiet, type NoticeHours } from '../../domain/notices/waiting-hours.ts';
import type { Delivery, SendResult } from './delivery.ts';
import { widensAt } from './patience.ts';
import { distinct } from './recipient.ts';

/** A notice whose time has come, and where it goes first. */
export interface Ready {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly address: Address | undefined;
}

/** The first of its addresses that lists have not tried. */
export const openAddressOf = ({ addresses }: Pick<Notice, 'addresses'>, { attempts }: Delivery): Address | undefined =>
  distinct(addresses)[attempts.length];

/** What goes out together, in the order in which it is read. */
export function gathered(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  return [...Map.groupBy(ready, mailboxOf).values()].flatMap((some) => {
    const sorted = some.toSorted((one, other) => byImportance(one.notice, other.notice));
    const most = mostWith(sorted[0]!.notice);
    const count = Math.ceil(sorted.length / most);
    return Array.from({ length: count }, (_, n) => sorted.slice(n * most, (n + 1) * most));
  });
}

/**
 * Only what goes to staff, or to an office outside, is read together, that of a batch by itself; what was interrupted
 * goes on by itself.
 */
function mailboxOf({ notice, delivery, address }: Ready): string {
  if (!address || !('to' in address) || delivery.state !== 'waiting') return notice.id;
  const { transport, organ, role, to } = address;
  return `${transport} ${organ}/${role} ${to} ${notice.together ?? ''}`;
}

/** What goes out, and what of it is kept for each notice. */
interface AsOne {
  readonly whole: Notice;
  readonly parts: readonly Notice[];
}

/** One letter with a part for each notice, or one text message that names the first and counts the others. */
export function asOne(
  some: readonly [Ready, ...Ready[]],
  transport: Transport,
  at: Instant,
  desk: string | undefined,
): AsOne {
  const [first, ...others] = some.map(({ notice }) => notice) as [Notice, ...Notice[]];
  const notices = [first, ...others] as const;
  if (transport === 'sms') {
    const sms = listSms(notices);
    return { whole: { ...first, sms }, parts: notices.map((one) => ({ ...one, sms })) };
  }
  const { subject, cover, entries, body } = listLetter(notices, at, desk);
  const parts = notices.map((one, n) => ({ ...one, subject, text: textWith(cover, entries.slice(n, n + 1)) }));
  return { whole: { ...first, subject, text: textWith(cover, [body]) }, parts };
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
 * the next one where this one is spent. It goes on alone where there is no next one, where the provider is to be asked,
 * and once it has waited as long as one may for a busy transport.
 */
export function after({ notice, delivery }: Ready, result: SendResult, { now, hours, others }: Sent): Delivery {
  const before = delivery.attempts.slice(0, -1);
  const { asked, ...begun } = delivery.attempts.at(-1)!;
  const attempt: Attempt = {
    ...begun,
    result: result.kind,
    reason: 'reason' in result ? result.reason : undefined,
    ...(result.by !== undefined && { by: result.by }),
    ...(others.length > 0 && { with: others }),
    ...(ASKED_AFTER.includes(result.kind) && asked !== undefined && { asked }),
  };
  const changed = { ...delivery, version: delivery.version + 1 };
  const attempts = staysHere(attempt) ? before : [...before, attempt];
  if (result.kind === 'sent') return { ...changed, state: 'sent', attempts: [...before, attempt], waiting: undefined };
  const { importance, since } = delivery.waiting!;
  if (isInDoubt(attempt))
    return { ...changed, state: 'waiting', attempts, waiting: { importance, since: now, until: now } };
  const isOpen = openAddressOf(notice, { ...delivery, attempts }) !== undefined;
  // What was not taken for so long goes on to the next address, by itself.
  if (isOpen && widensAt(notice, since) <= now)
    return { ...changed, state: 'waiting', attempts, waiting: { importance, since, until: now } };
  const until = afterQuiet(new Date(Date.parse(now) + LATER_MS).toISOString(), hours);
  const waiting = isOpen
    ? { importance, since, until, isPutBy: true as const }
    : { importance, since: now, until: now };
  return { ...changed, state: 'waiting', attempts, waiting };
}
