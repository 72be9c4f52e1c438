import { addHours, type Instant } from '../../../domain/calendar/day.ts';
import { type Attempt, isInDoubt, isUnspent } from '../../../domain/notices/delivery/attempt.ts';
import { HOURS_TO_END } from '../../../domain/notices/delivery/delivery-state.ts';
import { afterQuietOf, type NoticeHours } from '../../../domain/notices/delivery/waiting-hours.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { Busy, type ChangeDelivery, type Delivery, type KnownDelivery, type NoticeHead } from '../delivery/delivery.ts';
import { withCircuitBreaker } from '../transports/circuit-breaker.ts';
import { type FindNoticeDeps, findNotice } from './find-notice.ts';
import { type Outcome, type SendNoticeDeps, sendNotice } from './send-notice.ts';

export interface SendWaitingDeps extends SendNoticeDeps, FindNoticeDeps {
  readonly deliveries: SendNoticeDeps['deliveries'] &
    ChangeDelivery & {
      /** What waits for a transport, page by page: the most important first, of equals the oldest. */
      waiting(): AsyncIterable<readonly KnownDelivery[]>;
    };
  readonly hours: NoticeHours;
  /** Whether there is time for some more before the function must end. */
  readonly hasTime: () => boolean;
  readonly onOutcome: (notice: Notice, outcome: Outcome) => void;
  /** One bad notice must not hold up the others: it is told, and tried again with the next run. */
  readonly onFailure: (noticeId: string, error: unknown) => void;
}

export interface WaitingSent {
  readonly sent: number;
  /** What still waits, as far as this run came. */
  readonly waiting: number;
  /** When the first of these that are for a person was put off: a partner's system may be away for days. */
  readonly waitsSince: Instant | undefined;
  /** Nothing need be tried before this instant unless a transport fails anew; null when nothing waits. */
  readonly idleUntil: Instant | null;
}

const AT_ONCE = 5;
/** No function lives so long: what was begun before then and has not ended, will not. */
export const DEAD_AFTER_MS = 300_000;

/** Whether whoever has it in hand is surely gone. */
export const isDead = ({ claimedAt }: Delivery, now: Instant): boolean =>
  Date.parse(now) - Date.parse(claimedAt) >= DEAD_AFTER_MS;

/**
 * Tries again what waits for a transport, in the order of importance. A transport that takes nothing is left alone for
 * the rest of the run, so that an outage costs some attempts a minute however much waits; once it takes something,
 * everything follows. What can wait is tried in no quiet hours. Repeated, or run twice at once, each notice goes out once.
 */
export async function sendWaiting(now: Instant, deps: SendWaitingDeps): Promise<WaitingSent> {
  const { transports, isAway } = withCircuitBreaker(deps.transports);
  const seen = { sent: 0, waiting: 0, since: [] as Instant[], until: [] as Instant[] };
  const retry = async ({ notice, delivery }: KnownDelivery) => {
    const outcome = isReady(delivery, now, isAway)
      ? await tryAgain(notice, delivery, now, { ...deps, transports }).catch((error: unknown) => {
          if (!(error instanceof Busy)) deps.onFailure(notice.id, error);
          return 'waiting';
        })
      : 'waiting';
    if (outcome === 'sent') seen.sent += 1;
    if (outcome !== 'waiting' || !delivery.waiting) return;
    seen.waiting += 1;
    if (!isForSystem(delivery)) seen.since.push(delivery.waiting.since);
    seen.until.push(delivery.waiting.until);
  };
  for await (const page of deps.deliveries.waiting()) {
    for (const some of handfulsOf(page)) if (deps.hasTime()) await Promise.all(some.map(retry));
    if (!deps.hasTime()) break;
  }
  const [waitsSince] = seen.since.toSorted();
  return { sent: seen.sent, waiting: seen.waiting, waitsSince, idleUntil: seen.until.toSorted()[0] ?? null };
}

/** Whether it is for the system of a partner, and for nobody who reads. */
const isForSystem = ({ attempts }: Delivery): boolean =>
  attempts.length > 0 && attempts.every(({ transport }) => transport === 'callback');

/** Some that may go at once: of those, none is more important than another. */
function handfulsOf(page: readonly KnownDelivery[]): readonly (readonly KnownDelivery[])[] {
  const alike = Map.groupBy(page, ({ delivery }) => delivery.waiting?.importance);
  return [...alike.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / AT_ONCE) }, (_, n) => group.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  );
}

/** Whether it is time, nobody has it in hand, and there is a transport that may take it; or its time is over. */
function isReady(delivery: Delivery, now: Instant, isAway: (attempt: Attempt) => boolean) {
  const { state, waiting, attempts } = delivery;
  if (!waiting) return false;
  if (state === 'sending') return isDead(delivery, now);
  if (addHours(waiting.since, HOURS_TO_END) <= now) return true;
  if (waiting.until > now) return false;
  const mayWiden = waiting.widensAt !== undefined && waiting.widensAt <= now;
  const unspent = attempts.filter(isUnspent);
  return mayWiden || unspent.length === 0 || attempts.some(isInDoubt) || unspent.some((attempt) => !isAway(attempt));
}

async function tryAgain(head: NoticeHead, delivery: Delivery, now: Instant, deps: SendWaitingDeps): Promise<string> {
  const notice = await findNotice(head.id, deps);
  if (notice === undefined) throw new Error('a notice that waits is explained by no event');
  if (notice === 'superseded') {
    const needless = { ...delivery, state: 'needless', waiting: undefined, version: delivery.version + 1 } as const;
    await deps.deliveries.change(head, delivery, needless);
    return 'needless';
  }
  const until = afterQuietOf(notice, now, deps.hours);
  if (until > now && delivery.waiting) {
    const asleep = { ...delivery, waiting: { ...delivery.waiting, until }, version: delivery.version + 1 };
    await deps.deliveries.change(head, delivery, asleep);
    return 'waiting';
  }
  const asListed = { takesOver: delivery.state === 'sending', version: delivery.version };
  const outcome = await sendNotice(notice, { id: `schedule ${now}`, now, ...asListed }, deps);
  if (outcome !== 'waiting') deps.onOutcome(notice, outcome);
  return outcome;
}
