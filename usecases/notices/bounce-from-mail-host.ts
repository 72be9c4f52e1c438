import type { Instant } from '../../domain/calendar/day.ts';
import type { SentLetter, SentLetters } from './sent-letters.ts';
import { reasonToSuppress, type Suppressions } from './suppressions.ts';

/** What a mail host reports of a letter. */
export interface Report {
  readonly kind: 'no-such-address' | 'not-delivered' | 'complaint';
}

const KINDS = { 'no-such-address': 'permanent', 'not-delivered': 'transient', complaint: 'complaint' } as const;

export interface BounceFromMailHostDeps {
  readonly sentLetters: Pick<SentLetters, 'letterOf'>;
  readonly suppressions: Pick<Suppressions, 'suppress' | 'addFailure'>;
  /**
   * Has the notice that was not delivered go elsewhere, and says whether its address gets no more mail. Saying it again
   * changes nothing.
   */
  readonly returned: (letter: SentLetter, isSuppressed: boolean) => Promise<void>;
}

/**
 * Heeds what mail hosts say of our letters: to an address that there is not, or whose owner calls us spam, no more is
 * sent; nor, for a while, to one where we failed again and again; and the notice goes elsewhere. Only a report on a
 * letter of ours is believed, known by its Message-ID, and only of the address that this letter went to, whatever the
 * report says: else anybody could cut off anybody. False when none of `letters` is ours.
 */
export async function recordBouncesFromMailHost(
  reports: readonly Report[],
  { reportId, letters }: { readonly reportId: string; readonly letters: readonly string[] },
  now: Instant,
  { sentLetters, suppressions, returned }: BounceFromMailHostDeps,
): Promise<boolean> {
  const found = await Promise.all(letters.map((letter) => sentLetters.letterOf(letter)));
  const letter = found.find((one) => one !== undefined);
  if (!letter) return false;
  let isSuppressed = false;
  for (const { kind } of reports) {
    const refusal = { id: reportId, address: letter.to, kind: KINDS[kind] };
    const reason = await reasonToSuppress(refusal, now, suppressions);
    if (reason) await suppressions.suppress(letter.to, reason, now);
    isSuppressed ||= reason !== undefined;
  }
  if (reports.some(({ kind }) => kind !== 'complaint')) await returned(letter, isSuppressed);
  return true;
}
