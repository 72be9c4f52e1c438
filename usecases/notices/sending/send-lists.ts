import type { Instant } from '../../../domain/calendar/day.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { Busy, type Delivery, type KnownDelivery, type NoticeHead, type SendResult } from '../delivery/delivery.ts';
import { handOverOf, notKept } from '../delivery/kept-notices.ts';
import { BEGUN } from '../delivery/past-attempts.ts';
import { recipientOf } from '../delivery/recipient.ts';
import { countedOnce } from '../digests/summaries.ts';
import { type DayBudgetDeps, dayBudget } from './day-budget.ts';
import { findNotice } from './find-notice.ts';
import { afterSending, begunIn, nextNumber, openAddressOf } from './list-attempts.ts';
import { asOne, messagesOf, type Ready } from './list-messages.ts';
import { batchesByMailbox, type MailBatch, toOf } from './mailbox-batches.ts';
import { type Outcome, sendNotice } from './send-notice.ts';
import { isDead, type SendWaitingDeps } from './send-waiting.ts';

export interface SendListsDeps extends SendWaitingDeps, Pick<DayBudgetDeps, 'limits'> {
  readonly deliveries: SendWaitingDeps['deliveries'] & {
    /** What was deferred until then, or earlier; as much as one run takes. */
    deferredUntil(now: Instant): Promise<readonly KnownDelivery[]>;
    /** Until when the next one is deferred. */
    earliestDeferred(): Promise<Instant | undefined>;
  };
}

/** So many notices are made at once. */
const AT_ONCE = 50;

/**
 * Sends what was deferred until now: to each mailbox one letter and to each number one text message, however many notices
 * there are; a notice that is alone goes as it is. Beyond the budget of its recipient's day, what is not due waits for
 * another list. Left out is a reminder whose duty is done, and, where there is nothing else, what only goes along with
 * others. It is made and sent batch by batch, so that each run brings some of it. Run again or twice at once, each notice goes
 * out once. Where the transport takes nothing, all of it waits for five minutes. Gives since when the first has waited
 * of what is left, for a transport or for the next run.
 */
export async function sendLists(now: Instant, given: SendListsDeps): Promise<Instant | undefined> {
  const deps = { ...given, summaries: given.summaries && countedOnce(given.summaries) };
  const { own, shared } = batchesByMailbox(await deps.deliveries.deferredUntil(now), deps);
  const admitted = dayBudget(now, deps);
  const waits: Instant[] = [];
  const inTime = async (some: readonly Waiting[], go: () => Promise<readonly Instant[]>) =>
    waits.push(...(deps.hasTime() ? await go() : some.map(sinceOf)));
  const held = new Map<string | undefined, Ready[]>([...shared.keys()].map((to) => [to, []]));
  for (const batch of own)
    await inTime(batch, async () => {
      const ready = await readyIn(batch, now, deps);
      const free = ready.filter((one) => !held.get(toOf(one.address))?.push(one));
      return await sendAll(free, now, { ...deps, admitted });
    });
  // What takes the lists and cases of a whole province to count keeps none of the others waiting.
  for (const [to, batches] of shared)
    for (const batch of batches) {
      const besides = held.get(to)!.splice(0);
      await inTime([...batch, ...besides], async () =>
        sendAll([...besides, ...(await readyIn(batch, now, deps))], now, { ...deps, admitted }),
      );
    }
  return waits.toSorted()[0];
}

type Waiting = Pick<KnownDelivery, 'delivery'>;

const sinceOf = ({ delivery }: Waiting): Instant => delivery.waiting!.since;

async function readyIn(batch: MailBatch, now: Instant, deps: SendListsDeps): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (let at = 0; at < batch.length; at += AT_ONCE)
    ready.push(...(await Promise.all(batch.slice(at, at + AT_ONCE).map((one) => findReady(one, now, deps)))).flat());
  return ready;
}

interface SendAllDeps extends SendListsDeps {
  readonly admitted: ReturnType<typeof dayBudget>;
}

/** What was made in time brings one letter at least. Gives since when what did not go has waited. */
async function sendAll(ready: readonly Ready[], now: Instant, deps: SendAllDeps): Promise<readonly Instant[]> {
  const waits: Instant[] = [];
  for (const [n, some] of messagesOf(ready).entries()) {
    if (isNeedless(some)) {
      await Promise.all(some.map(({ notice, delivery }) => leaveOut(notice, delivery, deps)));
      continue;
    }
    if (n > 0 && !deps.hasTime()) {
      waits.push(...some.map(sinceOf));
      continue;
    }
    const going = await deps.admitted(some);
    if ((await send(going, now, deps)) === 'waiting') waits.push(...some.map(sinceOf));
  }
  return waits;
}

/**
 * Whether nothing of it goes by itself: a text message has told of one, and none of several, or of how many there are and
 * would only say so again.
 */
function isNeedless(some: readonly Ready[]): boolean {
  const waits = some.map(({ notice }) => notice.wait);
  const isBesides = waits.every((wait) => wait === 'along' || wait === 'beside');
  const isText = some[0]?.address?.transport === 'sms';
  return isBesides && (isText || waits.filter((wait) => wait === 'beside').length < 2);
}

async function findReady(
  { notice: head, delivery }: KnownDelivery,
  now: Instant,
  deps: SendListsDeps,
): Promise<Ready[]> {
  try {
    if (delivery.state === 'sending' && !isDead(delivery, now)) return [];
    const notice = await findNotice(head.id, deps);
    if (notice === undefined) throw new Error('a notice that was deferred is explained by no event');
    if (notice !== 'superseded') return [{ notice, delivery, address: openAddressOf(notice, delivery) }];
    await leaveOut(head, delivery, deps);
  } catch (error) {
    deps.onFailure(head.id, error);
  }
  return [];
}

function leaveOut(head: NoticeHead, delivery: Delivery, { deliveries }: SendListsDeps): Promise<boolean> {
  const needless = { ...delivery, state: 'needless', waiting: undefined, version: delivery.version + 1 } as const;
  return deliveries.change(head, delivery, needless);
}

async function send(some: readonly Ready[], now: Instant, deps: SendListsDeps): Promise<Outcome> {
  const [first, ...others] = some;
  if (!first) return 'taken';
  try {
    if (others.length > 0) return await sendTogether([first, ...others], now, deps);
    const { state, version } = first.delivery;
    const holder = { id: `list ${now}`, now, takesOver: state === 'sending', version };
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
      await deps.deliveries.change(
        one.notice,
        one.delivery,
        afterSending(one, result, { now, hours: deps.hours, others: index === 0 ? withOthers : [] }),
      );
      if (result.kind === 'sent') deps.onOutcome(one.notice, 'sent');
    }),
  );
  return result.kind === 'sent' ? 'sent' : 'waiting';
}

/** One letter, or text message, with the id of the first. Of each case is kept what it says of that one. */
async function handOver(some: readonly [Ready, ...Ready[]], at: Instant, deps: SendListsDeps): Promise<SendResult> {
  const [{ notice: first, delivery, address, earlier }] = some;
  if (!address || !('to' in address)) throw new Error('what goes out together has an address at work');
  const { whole, parts } = asOne(some, address.transport, at, deps.rules);
  const number = begunIn(delivery);
  const keep = (notice: Notice) =>
    deps.kept.keep({ ...handOverOf({ notice, address, number, at }, deps), letter: first.id });
  return await Promise.all(parts.map(keep)).then(
    () => deps.transports[address.transport]!(whole, address.to, { now: at, earlier }),
    notKept,
  );
}

/** The attempt is on record before anything is handed over. */
async function takeInHand(ready: Ready, now: Instant, { deliveries, inquiries = {} }: SendListsDeps): Promise<Ready[]> {
  const { notice, delivery, address } = ready;
  const attempt = {
    ...recipientOf(address!),
    tries: 1,
    at: now,
    ...BEGUN,
    ...(inquiries[address!.transport] && { asked: 0 }),
  };
  const number = nextNumber(notice, delivery.attempts)!;
  const earlier = delivery.attempts[number] ?? delivery.waiting?.earlier;
  const attempts = delivery.attempts.toSpliced(number, 1, attempt);
  const changes = { state: 'sending', attempts, claimedBy: `list ${now}`, claimedAt: now } as const;
  const inHand: Delivery = { ...delivery, ...changes, version: delivery.version + 1 };
  return (await deliveries.change(notice, delivery, inHand)) ? [{ ...ready, delivery: inHand, earlier }] : [];
}
