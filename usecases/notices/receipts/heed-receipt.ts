import type { Instant } from '../../../domain/calendar/day.ts';
import { type Attempt, heard } from '../../../domain/notices/delivery/attempt.ts';
import type { DeliveryReceipt } from '../../../domain/notices/delivery/delivery-receipt.ts';
import { stateOfSent } from '../../../domain/notices/delivery/delivery-state.ts';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { Busy, type ChangeDelivery, type Delivery, type KnownDelivery, type NoticeHead } from '../delivery/delivery.ts';
import type { KeptNotices } from '../delivery/kept-notices.ts';
import { type FindNoticeDeps, findNotice } from '../sending/find-notice.ts';

export interface HeedReceiptDeps extends FindNoticeDeps {
  readonly kept: Pick<KeptNotices, 'of'>;
  readonly deliveries: ChangeDelivery & {
    find(notice: Pick<NoticeHead, 'id' | 'caseId'>): Promise<KnownDelivery | undefined>;
  };
  readonly noticeQueue: { send(notices: readonly Notice[]): Promise<void> };
}

/** What was said, and when we hear of it. */
export interface Heard {
  readonly receipt: DeliveryReceipt;
  readonly now: Instant;
}

/** What becomes of the attempt of that number. */
interface News {
  readonly number: number;
  readonly after: Attempt;
  readonly now: Instant;
}

/**
 * `noted`: the delivery says so now. `queued`: it came back, and goes on to the next address. `needless`: nothing follows,
 * for the notice did not go there, somebody else has it, it was said before, or its matter is done. `lost`: nobody can
 * tell which notice it was.
 */
export type Heeded = 'noted' | 'queued' | 'needless' | 'lost';

/**
 * What a transport says of a notice after it went out: `wentThere` knows by which of its hand-overs, by the address as it
 * was then, whoever that belongs to today. What comes back goes on to the next of the addresses of today, once, however
 * often it is said. The others of the same letter hear the same. Throws `Busy` while the notice is being sent.
 */
export async function heedReceipt(
  noticeId: string,
  wentThere: (handOver: HandOver) => boolean,
  { receipt, now }: Heard,
  deps: HeedReceiptDeps,
): Promise<Heeded> {
  const handOvers = await deps.kept.of(noticeId);
  const handOver = handOvers.findLast(wentThere);
  if (!handOver) return handOvers.length > 0 ? 'needless' : 'lost';
  const known = await deps.deliveries.find({ id: noticeId, caseId: handOver.caseId });
  if (known?.delivery.state === 'sending') throw new Busy('the notice is being sent');
  const attempt = known?.delivery.attempts[handOver.number];
  if (!known || !attempt) return 'lost';
  const heeded = await heed(known, { number: handOver.number, after: heard(attempt, receipt), now }, deps);
  for (const other of attempt.with ?? []) await heedReceipt(other, wentThere, { receipt, now }, deps);
  return heeded;
}

async function heed(known: KnownDelivery, news: News, deps: HeedReceiptDeps): Promise<Heeded> {
  const { notice: head, delivery } = known;
  const { number, after } = news;
  const isNews = JSON.stringify(after) !== JSON.stringify(delivery.attempts[number]);
  const changed = isNews ? changedBy(news, delivery) : delivery;
  // One that was opened again, and then not queued because the function died, is queued now.
  if (!isOpen(changed)) return isNews ? await change(known, changed, 'noted', deps) : 'needless';
  const notice = await findNotice(head.id, deps);
  if (notice === undefined) return await change(known, { ...changed, state: 'failed' }, 'lost', deps);
  if (notice === 'superseded') return await change(known, { ...changed, state: 'needless' }, 'needless', deps);
  if (isNews) await change(known, changed, 'queued', deps);
  await deps.noticeQueue.send([notice]);
  return 'queued';
}

/** It rests on any attempt that was sent. Where there is none left, it is open again, unless nobody need be told. */
function changedBy({ number, after, now }: News, delivery: Delivery): Delivery {
  const attempts = delivery.attempts.with(number, after);
  if (delivery.state === 'needless') return { ...delivery, attempts };
  const isSent = attempts.some(({ result }) => result === 'sent');
  return isSent
    ? { ...delivery, attempts, state: stateOfSent(attempts), waiting: undefined }
    : { ...delivery, attempts, state: 'waiting', claimedAt: now };
}

/** Waits for nothing but to be sent. */
const isOpen = ({ state, waiting }: Delivery): boolean => state === 'waiting' && !waiting;

async function change(
  { notice, delivery }: KnownDelivery,
  changed: Delivery,
  heeded: Heeded,
  { deliveries }: HeedReceiptDeps,
): Promise<Heeded> {
  const after = { ...changed, version: delivery.version + 1 };
  if (!(await deliveries.change(notice, delivery, after))) throw new Busy('somebody else has it in hand');
  return heeded;
}
