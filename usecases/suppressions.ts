import type { Instant } from '../domain/calendar/day.ts';
import type { SuppressionReason } from '../domain/notices/suppression.ts';

/** E-mail addresses that are written to no more. Upper and lower case are the same address. */
export interface Suppressions {
  /** Undefined: the address may be written to. */
  reasonFor(address: string, now: Instant): Promise<SuppressionReason | undefined>;
  /** From now on. Saying so again begins the period anew. */
  suppress(address: string, reason: SuppressionReason, now: Instant): Promise<void>;
  /** Notes a failure that may pass; tells how many there were within the window. The same `failureId` again counts once. */
  addFailure(address: string, failureId: string, now: Instant): Promise<number>;
}
