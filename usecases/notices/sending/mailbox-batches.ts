import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { addressesOf } from '../../../domain/notices/addresses.ts';
import type { ToldRoster } from '../../../domain/notices/lists/summary-letter.ts';
import type { Address } from '../../../domain/notices/notice.ts';
import type { NotificationOrder } from '../../../domain/notification-order.ts';
import { CONTACT_ROLES, provinceTop } from '../../../domain/organs.ts';
import type { KnownDelivery } from '../delivery/delivery.ts';
import { type DailyReports, uncounted } from '../digests/daily-reports.ts';
import { openAddressOf } from './list-attempts.ts';

/** What is made and sent before anything else is made. */
export type MailBatch = readonly KnownDelivery[];

/** What was deferred, before any of it is made. */
interface MailBatches {
  /** What goes to one organ. */
  readonly own: readonly MailBatch[];
  /** By mailbox or number: a digest, and what else goes there. */
  readonly shared: ReadonlyMap<string | undefined, readonly MailBatch[]>;
}

interface MailBatchesDeps {
  readonly summaries?: DailyReports | undefined;
  readonly rules: ToldRoster & { readonly calendar: WorkCalendar; readonly order?: NotificationOrder | undefined };
}

/** So much is made and sent in a few seconds. A mailbox that gets more has several letters anyhow. */
const MOST_IN_A_BATCH = 200;

/**
 * Batches by where each goes first, as far as its id and the roster tell: only its case knows who is responsible, and they
 * are at the same organ. Organs that share a mailbox are one.
 */
export function batchesByMailbox(due: readonly KnownDelivery[], deps: MailBatchesDeps): MailBatches {
  const guesses = due.map((known) => guess(known, deps));
  const digested = new Set(guesses.flatMap(({ isDigest, to }) => (isDigest ? [to] : [])));
  const { shared = [], own = [] } = Object.groupBy(guesses, ({ isDigest, to }) =>
    isDigest || (to !== undefined && digested.has(to)) ? 'shared' : 'own',
  );
  const officeOf = officesOf(own);
  const byOrgan = Map.groupBy(own, ({ organ }) => officeOf(organ)).values();
  const byMailbox = Map.groupBy(shared.toSorted(digestsFirst), ({ to }) => to);
  return {
    own: [...byOrgan].flatMap((some) => portionsOf(some.toSorted(byMailboxName))),
    shared: new Map([...byMailbox].map(([to, some]) => [to, portionsOf(some)])),
  };
}

/** The first of the organs that share a mailbox with that one, directly or by others. */
function officesOf(guesses: readonly Guess[]): (organ: string) => string {
  const joined = new Map<string, string>();
  const officeOf = (organ: string): string => {
    const other = joined.get(organ);
    return other === undefined ? organ : officeOf(other);
  };
  const firstAt = new Map<string, string>();
  for (const { organ, to } of guesses) {
    if (to === undefined) continue;
    const [office, first] = [officeOf(organ), officeOf(firstAt.get(to) ?? organ)];
    if (office !== first) joined.set(office, first);
    firstAt.set(to, first);
  }
  return officeOf;
}

export const toOf = (address: Address | undefined): string | undefined =>
  address && 'to' in address ? address.to : undefined;

interface Guess {
  readonly known: KnownDelivery;
  readonly isDigest: boolean;
  readonly organ: string;
  readonly to: string | undefined;
}

function guess(known: KnownDelivery, deps: MailBatchesDeps): Guess {
  const { summaries, rules } = deps;
  const { id } = known.notice;
  const digest = summaries && uncounted(id, summaries, rules);
  const [, , organ = provinceTop(rules)] = id.split('#');
  const address = openAddressOf(digest ?? { addresses: likelyAddresses(known, deps) }, known.delivery);
  const there = address && 'to' in address ? address.organ : organ;
  return { known, isDigest: digest !== undefined, organ: there, to: toOf(address) };
}

/** Of a letter to staff, whose id ends with organ, role and transport. */
function likelyAddresses({ notice: { id, at } }: KnownDelivery, { rules }: MailBatchesDeps): readonly Address[] {
  const [, , organ = '', name, transport] = id.split('#');
  const own = rules.organs.get(organ);
  const role = CONTACT_ROLES.find((one) => one === name);
  return own && role ? addressesOf(own, role, transport === 'sms' ? 'sms' : 'email', at, rules) : [];
}

const digestsFirst = (one: Guess, other: Guess): number => Number(other.isDigest) - Number(one.isDigest);

const byMailboxName = (one: Guess, other: Guess): number => (one.to ?? '').localeCompare(other.to ?? '');

const portionsOf = (some: readonly Guess[]): readonly MailBatch[] =>
  Array.from({ length: Math.ceil(some.length / MOST_IN_A_BATCH) }, (_, n) =>
    some.slice(n * MOST_IN_A_BATCH, (n + 1) * MOST_IN_A_BATCH).map(({ known }) => known),
  );
