import type { Instant } from '../../../domain/calendar/day.ts';
import { MOST_FAILURES, type SuppressionReason } from '../../../domain/notices/delivery/suppression.ts';

/** E-mail addresses that are written to no more. Upper and lower case are the same address. */
export interface Suppressions {
  /** Undefined: the address may be written to. */
  reasonFor(address: string, now: Instant): Promise<SuppressionReason | undefined>;
  /**
   * From now on. Saying so again begins the period anew; a shorter one does not end a longer one, for what is said
   * comes in no order.
   */
  suppress(address: string, reason: SuppressionReason, now: Instant): Promise<void>;
  /** The address may be written to again. */
  lift(address: string): Promise<void>;
  /**
   * Notes a failure that may pass; tells how many there were within the window. The same `failureId` again counts once.
   */
  addFailure(address: string, failureId: string, now: Instant): Promise<number>;
}

/** One refusal of a mail by its address. */
export interface Refusal {
  /** The same refusal, told again, has the same id. */
  readonly id: string;
  readonly address: string;
  /** There is no such mailbox; it took no mail this time; its owner calls our mail spam. */
  readonly kind: 'permanent' | 'transient' | 'complaint';
}

/**
 * Whether that address is written to no more from now on. A failure that may pass is noted, and counts as a lasting one
 * when it is one too many.
 */
export async function reasonToSuppress(
  { id, address, kind }: Refusal,
  now: Instant,
  { addFailure }: Pick<Suppressions, 'addFailure'>,
): Promise<SuppressionReason | undefined> {
  if (kind === 'complaint') return 'complaint';
  if (kind === 'permanent') return 'bounce';
  return (await addFailure(address, id, now)) >= MOST_FAILURES ? 'failures' : undefined;
}
