import type { Instant } from '../../../domain/calendar/day.ts';
import { plainAddress } from '../../../domain/mail.ts';
import type { SentLetter, SentLetters } from '../transports/sent-letters.ts';
import { reasonToSuppress, type Suppressions } from '../transports/suppressions.ts';

/** What a mail host reports of a letter. */
export interface Report {
  readonly kind: 'no-such-address' | 'not-delivered' | 'complaint';
}

const KINDS = { 'no-such-address': 'permanent', 'not-delivered': 'transient', complaint: 'complaint' } as const;

/** Which letter a report may be about. */
export interface About {
  /** The same report has the same id. */
  readonly reportId: string;
  /** Message-IDs. */
  readonly letters: readonly string[];
  readonly named: readonly string[];
}

export interface BounceFromMailHostDeps {
  readonly sentLetters: Pick<SentLetters, 'letterOf' | 'recentTo'>;
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
 * report says: else anybody could cut off anybody. One that names no letter is taken for the only one that went to the
 * address within 72 hours: that goes elsewhere, and the address stays good. `unclear`: one of several, a person must see.
 */
export async function recordBouncesFromMailHost(
  reports: readonly Report[],
  { reportId, letters, named }: About,
  now: Instant,
  { sentLetters, suppressions, returned }: BounceFromMailHostDeps,
): Promise<'heeded' | 'unclear' | 'not-ours'> {
  const found = await Promise.all(letters.map((letter) => sentLetters.letterOf(letter)));
  const letter = found.find((one) => one !== undefined);
  if (!letter && letters.length > 0) return 'not-ours';
  if (!letter) return await recordByAddress(reports, named, now, { sentLetters, returned });
  let isSuppressed = false;
  for (const { kind } of reports) {
    const refusal = { id: reportId, address: letter.to, kind: KINDS[kind] };
    const reason = await reasonToSuppress(refusal, now, suppressions);
    if (reason) await suppressions.suppress(letter.to, reason, now);
    isSuppressed ||= reason !== undefined;
  }
  if (reports.some(({ kind }) => kind !== 'complaint')) await returned(letter, isSuppressed);
  return 'heeded';
}

async function recordByAddress(
  reports: readonly Report[],
  named: readonly string[],
  now: Instant,
  { sentLetters, returned }: Pick<BounceFromMailHostDeps, 'sentLetters' | 'returned'>,
): Promise<'heeded' | 'unclear' | 'not-ours'> {
  if (reports.every(({ kind }) => kind === 'complaint')) return 'not-ours';
  const addresses = [...new Set(named.map(plainAddress))];
  const recent = (await Promise.all(addresses.map((address) => sentLetters.recentTo(address, now)))).flat();
  const [only, ...others] = distinct(recent);
  if (only && others.length === 0) await returned(only, false);
  if (!only) return 'not-ours';
  return others.length === 0 ? 'heeded' : 'unclear';
}

/** A notice that went to an address more than once is one. */
const distinct = (letters: readonly SentLetter[]): readonly SentLetter[] => [
  ...new Map(letters.map((letter) => [`${letter.noticeId} ${plainAddress(letter.to)}`, letter])).values(),
];
