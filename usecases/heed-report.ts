import type { Instant } from '../domain/calendar/day.ts';
import { MOST_FAILURES } from '../domain/notices/suppression.ts';
import type { MailThreadDeps } from './mail-thread.ts';
import type { Suppressions } from './suppressions.ts';

/** What a mail host reports of a letter to that address. */
export interface Report {
  readonly address: string;
  readonly kind: 'no-such-address' | 'not-delivered' | 'complaint';
}

export interface HeedReportDeps extends Pick<MailThreadDeps, 'threads'> {
  readonly suppressions: Pick<Suppressions, 'suppress' | 'addFailure'>;
}

/**
 * Heeds what mail hosts say of our letters: to an address that there is not, or whose owner calls us spam, no more is sent; nor, for a while, to one
 * where we failed again and again. Only a report on a letter of ours is believed, known by its Message-ID: else anybody could cut off
 * anybody. False when none of `letters` is.
 */
export async function heedReports(
  reports: readonly Report[],
  { reportId, letters }: { readonly reportId: string; readonly letters: readonly string[] },
  now: Instant,
  { threads, suppressions }: HeedReportDeps,
): Promise<boolean> {
  const known = await Promise.all(letters.map((letter) => threads.receiptOf(letter)));
  if (!known.some(Boolean)) return false;
  for (const { address, kind } of reports) {
    if (kind === 'no-such-address') await suppressions.suppress(address, 'bounce', now);
    else if (kind === 'complaint') await suppressions.suppress(address, 'complaint', now);
    else if ((await suppressions.addFailure(address, reportId, now)) >= MOST_FAILURES)
      await suppressions.suppress(address, 'failures', now);
  }
  return true;
}
