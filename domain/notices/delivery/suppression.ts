import type { Instant } from '../../calendar/day.ts';

/**
 * Why an address gets no more mail: its server says that it does not exist, its owner called our mail spam, or it
 * failed again and again. `gone`: a partner's system wants no more calls.
 */
export type SuppressionReason = 'bounce' | 'complaint' | 'failures' | 'gone';

const DAY_MS = 86_400_000;

/** For good, as far as a case can last; a full mailbox may be emptied. Then one more mail is tried. */
const DAYS: Readonly<Record<SuppressionReason, number>> = { bounce: 730, complaint: 730, failures: 7, gone: 730 };

/** So many passing failures within the window are taken for a lasting one. */
export const MOST_FAILURES = 3;
const FAILURE_WINDOW_DAYS = 7;

export const suppressedUntil = (reason: SuppressionReason, now: Instant): Instant => daysAfter(now, DAYS[reason]);

/** Up to when failures are added up, from the first. */
export const failuresForgottenAt = (first: Instant): Instant => daysAfter(first, FAILURE_WINDOW_DAYS);

const daysAfter = (now: Instant, days: number): Instant => new Date(Date.parse(now) + days * DAY_MS).toISOString();
