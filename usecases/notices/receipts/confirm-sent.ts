import { addHours, type Instant } from '../../../domain/calendar/day.ts';
import { HOURS_TO_END } from '../../../domain/notices/delivery/delivery-state.ts';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import { Busy, type Delivery, type KnownDelivery } from '../delivery/delivery.ts';
import { addressIn, type ComplainantOf } from '../delivery/recipient.ts';
import type { Found, Inquiries } from '../transports/inquiry.ts';
import { type HeedReceiptDeps, heedReceipt } from './heed-receipt.ts';

export interface ConfirmSentDeps extends Omit<HeedReceiptDeps, 'deliveries'> {
  readonly deliveries: HeedReceiptDeps['deliveries'] & {
    /** What was sent and is to be looked at by now, page by page. */
    sentUntil(now: Instant): AsyncIterable<readonly KnownDelivery[]>;
  };
  readonly complainantOf: ComplainantOf;
  readonly inquiries?: Inquiries | undefined;
  readonly hasTime: () => boolean;
  /** Is told of each notice of which nobody has said anything in time. */
  readonly onUnconfirmed: (noticeId: string) => void;
  readonly onFailure: (noticeId: string, error: unknown) => void;
}

/**
 * Brings what was sent to its end: the provider is asked, where it can be, hourly for six hours, and what it says is
 * heeded as any receipt is; what nobody has said anything of for 72 hours is `unconfirmed`. Repeats change nothing.
 */
export async function confirmSent(now: Instant, deps: ConfirmSentDeps): Promise<void> {
  // What fails stays at the head of the line, and must not hide what stands behind it.
  for await (const page of deps.deliveries.sentUntil(now))
    for (const known of page) {
      if (!deps.hasTime()) return;
      await look(known, now, deps).catch((error: unknown) => {
        if (!(error instanceof Busy)) deps.onFailure(known.notice.id, error);
      });
    }
}

async function look({ notice, delivery }: KnownDelivery, now: Instant, deps: ConfirmSentDeps): Promise<void> {
  const number = delivery.attempts.findLastIndex(({ result }) => result === 'sent');
  const attempt = delivery.attempts[number]!;
  const handOver = (await deps.kept.of(notice.id)).find((one) => one.number === number);
  const found = handOver && (await ask(handOver, attempt.by, deps));
  if (handOver && found?.kind === 'taken' && found.receipt) {
    const isSame = (one: HandOver) =>
      letterOf(one) === letterOf(handOver) && one.to.transport === handOver.to.transport;
    await heedReceipt(notice.id, isSame, { receipt: found.receipt, now }, deps);
    return;
  }
  const isOver = addHours(attempt.at!, HOURS_TO_END) <= now;
  const asked = (attempt.asked ?? 0) + 1;
  const changes: Partial<Delivery> = isOver
    ? { state: 'unconfirmed' }
    : { attempts: delivery.attempts.with(number, { ...attempt, asked }) };
  const after = { ...delivery, ...changes, version: delivery.version + 1 };
  if ((await deps.deliveries.change(notice, delivery, after)) && isOver) deps.onUnconfirmed(notice.id);
}

/** The same for all that went out in one letter. */
const letterOf = ({ letter, noticeId }: HandOver): string => letter ?? noticeId;

async function ask(
  handOver: HandOver,
  by: string | undefined,
  { inquiries = {}, complainantOf }: ConfirmSentDeps,
): Promise<Found | undefined> {
  const { to, at } = handOver;
  const number = 'to' in to ? to.to : addressIn((await complainantOf(to.complaint))?.contact, to.transport);
  return number === undefined
    ? undefined
    : await inquiries[to.transport]?.({ id: letterOf(handOver), to: number, at, by });
}
