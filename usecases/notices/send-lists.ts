import type { Instant } from '../../domain/calendar/day.ts';
import { type Attempt, isUnspent } from '../../domain/notices/attempt.ts';
import { byImportance, listLetter, mostWith, textWith } from '../../domain/notices/list-letter.ts';
import type { Address, Notice } from '../../domain/notices/notice.ts';
import { BEGUN } from './course.ts';
import { Busy, type Delivery, type KnownDelivery, type SendResult } from './delivery.ts';
import { findNotice } from './find-notice.ts';
import { handOverOf, notKept } from './kept-notices.ts';
import { distinct, recipientOf } from './recipient.ts';
import { type Outcome, sendNotice } from './send-notice.ts';
import { isDead, type SendWaitingDeps } from './send-waiting.ts';

export interface SendListsDeps extends SendWaitingDeps {
  readonly deliveries: SendWaitingDeps['deliveries'] & {
    /** What was put by until then, or earlier; as much as one run takes. */
    putByUntil(now: Instant): Promise<readonly KnownDelivery[]>;
    /** Until when the next one is put by. */
    earliestPutBy(): Promise<Instant | undefined>;
  };
}

/** A notice whose time has come. */
interface Ready {
  readonly notice: Notice;
  readonly delivery: Delivery;
}

/**
 * Sends what was put by until now: to each mailbox one letter, however many notices there are; a notice that is alone,
 * and every text message, as it is. A reminder whose duty is done is left out. Run again or twice at once, each notice
 * goes out once; where the transport takes nothing, all of it waits for five minutes: gives since when the first of it
 * has waited.
 */
export async function sendLists(now: Instant, deps: SendListsDeps): Promise<Instant | undefined> {
  const waits: Instant[] = [];
  const due = await deps.deliveries.putByUntil(now);
  const ready = (await Promise.all(due.map((one) => findReady(one, now, deps)))).flat();
  for (const some of lettersOf(ready)) {
    const outcome = deps.hasTime() ? await send(some, now, deps) : 'taken';
    if (outcome === 'waiting') waits.push(...some.map(({ delivery }) => delivery.waiting!.since));
  }
  return waits.toSorted()[0];
}

/** What goes out together, in the order in which it is read. */
function lettersOf(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  return [...Map.groupBy(ready, mailboxOf).values()].flatMap((some) => {
    const sorted = some.toSorted((one, other) => byImportance(one.notice, other.notice));
    const most = mostWith(sorted[0]!.notice);
    const count = Math.ceil(sorted.length / most);
    return Array.from({ length: count }, (_, n) => sorted.slice(n * most, (n + 1) * most));
  });
}

async function findReady(
  { notice: head, delivery }: KnownDelivery,
  now: Instant,
  deps: SendListsDeps,
): Promise<Ready[]> {
  try {
    if (delivery.state === 'sending' && !isDead(delivery, now)) return [];
    const notice = await findNotice(head.id, deps);
    if (notice === undefined) throw new Error('a notice that was put by is explained by no event');
    if (notice !== 'superseded') return [{ notice, delivery }];
    const needless = { ...delivery, state: 'needless', waiting: undefined, version: delivery.version + 1 } as const;
    await deps.deliveries.change(head, delivery, needless);
  } catch (error) {
    deps.onFailure(head.id, error);
  }
  return [];
}

/** Only letters to staff, or to an office outside, are read together, those of a batch by themselves; what was interrupted goes on by itself. */
function mailboxOf({ notice, delivery }: Ready): string {
  const [first] = notice.addresses;
  const isLetter = first !== undefined && 'to' in first && first.transport === 'email' && delivery.state === 'waiting';
  return isLetter ? `${first.organ}/${first.role} ${first.to} ${notice.together ?? ''}` : notice.id;
}

async function send(some: readonly Ready[], now: Instant, deps: SendListsDeps): Promise<Outcome> {
  const [first, ...others] = some;
  if (!first) return 'taken';
  try {
    if (others.length > 0) return await sendTogether([first, ...others], now, deps);
    const holder = { id: `list ${now}`, now, takesOver: first.delivery.state === 'sending' };
    const outcome = await sendNotice(first.notice, holder, deps);
    if (outcome !== 'waiting') deps.onOutcome(first.notice, outcome);
    return outcome;
  } catch (error) {
    if (!(error instanceof Busy)) deps.onFailure(first.notice.id, error);
    return 'taken';
  }
}

/** All are taken in hand first: should the function die in the middle, none of them is sent there twice. */
async function sendTogether(some: readonly [Ready, ...Ready[]], now: Instant, deps: SendListsDeps): Promise<Outcome> {
  const taken = (await Promise.all(some.map((one) => takeInHand(one, now, deps)))).flat();
  const [first, ...others] = taken;
  if (!first) return 'taken';
  const result = await handOver([first, ...others], now, deps);
  const withOthers = others.map(({ notice }) => notice.id);
  await Promise.all(
    taken.map(async (one, index) => {
      await deps.deliveries.change(one.notice, one.delivery, after(one, result, now, index === 0 ? withOthers : []));
      if (result.kind === 'sent') deps.onOutcome(one.notice, 'sent');
    }),
  );
  return result.kind === 'sent' ? 'sent' : 'waiting';
}

/** One letter with the id and the addresses of the first. Of each case is kept what it says of that one, beside what it says of all. */
async function handOver(some: readonly [Ready, ...Ready[]], at: Instant, deps: SendListsDeps): Promise<SendResult> {
  const [first, ...others] = some.map(({ notice }) => notice) as [Notice, ...Notice[]];
  const { subject, cover, entries } = listLetter([first, ...others], at);
  const [address] = distinct(first.addresses) as [Address & { to: string }];
  const keep = ({ notice }: Ready, index: number) => {
    const part = { ...notice, subject, text: textWith(cover, entries.slice(index, index + 1)) };
    return deps.kept.keep({ ...handOverOf({ notice: part, address, number: 0, at }, deps), letter: first.id });
  };
  return await Promise.all(some.map(keep)).then(
    () => deps.transports.email({ ...first, subject, text: textWith(cover, entries) }, address.to, { now: at }),
    notKept,
  );
}

async function takeInHand({ notice, delivery }: Ready, now: Instant, { deliveries }: SendListsDeps): Promise<Ready[]> {
  const attempt = { ...attemptOf(notice, now), ...BEGUN };
  const changes = { state: 'sending', attempts: [attempt], claimedBy: `list ${now}`, claimedAt: now } as const;
  const inHand: Delivery = { ...delivery, ...changes, version: delivery.version + 1 };
  return (await deliveries.change(notice, delivery, inHand)) ? [{ notice, delivery: inHand }] : [];
}

const attemptOf = ({ addresses: [first] }: Notice, at: Instant): Omit<Attempt, 'result'> => ({
  ...recipientOf(first!),
  tries: 1,
  at,
});

const LATER_MS = 5 * 60_000;

/** What became of one of them. What was not taken for now waits for another list; what was refused goes on alone. */
function after({ notice, delivery }: Ready, result: SendResult, now: Instant, others: readonly string[]): Delivery {
  const attempt: Attempt = {
    ...attemptOf(notice, now),
    result: result.kind,
    ...('reason' in result && { reason: result.reason }),
    ...(others.length > 0 && { with: others }),
  };
  const version = delivery.version + 1;
  if (result.kind === 'sent') return { ...delivery, state: 'sent', attempts: [attempt], waiting: undefined, version };
  const { importance, since } = delivery.waiting!;
  const until = new Date(Date.parse(now) + LATER_MS).toISOString();
  if (isUnspent(attempt))
    return {
      ...delivery,
      state: 'waiting',
      attempts: [],
      waiting: { importance, since, until, isPutBy: true },
      version,
    };
  return {
    ...delivery,
    state: 'waiting',
    attempts: [attempt],
    waiting: { importance, since: now, until: now },
    version,
  };
}
