import type { Instant } from '../../../domain/calendar/day.ts';
import { plainAddress } from '../../../domain/mail.ts';
import type { DeliveryReceipt } from '../../../domain/notices/delivery/delivery-receipt.ts';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import type { SuppressionReason } from '../../../domain/notices/delivery/suppression.ts';
import { type Refusal, reasonToSuppress, type Suppressions } from '../transports/suppressions.ts';
import { type Heeded, type HeedReceiptDeps, heedReceipt } from './heed-receipt.ts';

/** What was said of one mail after it had been handed over. */
export interface Feedback {
  readonly address: string;
  readonly noticeId?: string | undefined;
  readonly receipt: DeliveryReceipt;
  /** Set where the address takes no mail, or wants none. */
  readonly refusal?: Pick<Refusal, 'id' | 'kind'> | undefined;
}

export interface BounceFromSesDeps extends HeedReceiptDeps {
  readonly suppressions: Pick<Suppressions, 'suppress' | 'addFailure'>;
}

/** What follows from it. */
export interface FeedbackHeeded {
  /** Set when the address gets no more mail. */
  readonly suppressed: SuppressionReason | undefined;
  readonly notice: Heeded;
}

/**
 * Writes to an address no more that refuses mail, and has the delivery know what became of the mail. Repeats change
 * nothing.
 */
export async function recordBounceFromSes(
  { address, refusal, noticeId, receipt }: Feedback,
  now: Instant,
  deps: BounceFromSesDeps,
): Promise<FeedbackHeeded> {
  const suppressed = refusal && (await reasonToSuppress({ ...refusal, address }, now, deps.suppressions));
  if (suppressed) await deps.suppressions.suppress(address, suppressed, now);
  const isTheirs = (other: string) => plainAddress(other) === plainAddress(address);
  const heard = { receipt, now };
  const notice = noticeId === undefined ? 'lost' : await heedReceipt(noticeId, byMail(isTheirs), heard, deps);
  return { suppressed, notice };
}

/** Whether it was a mail to that address. A complainant has one address for mail. */
export const byMail =
  (isTheirs: (address: string) => boolean) =>
  ({ to }: HandOver): boolean =>
    to.transport === 'email' && (!('to' in to) || isTheirs(to.to));
