import type { Instant } from '../../domain/calendar/day.ts';
import { plainAddress } from '../../domain/mail.ts';
import type { SuppressionReason } from '../../domain/notices/suppression.ts';
import { type RetryAtNextAddressDeps, retryAtNextAddress } from './retry-at-next-address.ts';
import { type Refusal, reasonToSuppress, type Suppressions } from './suppressions.ts';

/** What was said of one mail after it had been handed over. */
export interface Feedback extends Refusal {
  /** Whether the mail was read by nobody. */
  readonly isUndelivered: boolean;
  readonly noticeId?: string | undefined;
}

export interface BounceFromSesDeps extends RetryAtNextAddressDeps {
  readonly suppressions: Pick<Suppressions, 'suppress' | 'addFailure'>;
}

/** What follows from it. */
export interface Heeded {
  /** Set when the address gets no more mail. */
  readonly suppressed: SuppressionReason | undefined;
  readonly notice: Awaited<ReturnType<typeof retryAtNextAddress>>;
}

/**
 * Writes to an address no more that refuses mail, and has the notice that came back delivered elsewhere. Repeats change
 * nothing.
 */
export async function recordBounceFromSes(feedback: Feedback, now: Instant, deps: BounceFromSesDeps): Promise<Heeded> {
  const { address, isUndelivered, noticeId } = feedback;
  const suppressed = await reasonToSuppress(feedback, now, deps.suppressions);
  if (suppressed) await deps.suppressions.suppress(address, suppressed, now);
  if (!isUndelivered) return { suppressed, notice: 'needless' };
  const isTheirs = (other: string) => plainAddress(other) === plainAddress(address);
  return { suppressed, notice: noticeId === undefined ? 'lost' : await retryAtNextAddress(noticeId, isTheirs, deps) };
}
