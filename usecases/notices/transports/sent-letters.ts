import type { Instant } from '../../../domain/calendar/day.ts';

/** A mail of ours that went out, as far as a report on it must be told from a forged one. */
export interface SentLetter {
  readonly noticeId: string;
  /** The one address that it went to. */
  readonly to: string;
}

export interface SentLetters {
  remember(messageId: string, letter: SentLetter, now: Instant): Promise<void>;
  /** Undefined for a letter that we did not write, or that is long past. */
  letterOf(messageId: string): Promise<SentLetter | undefined>;
  /** What went to that address within the 72 hours before, up to five letters. */
  recentTo(address: string, now: Instant): Promise<readonly SentLetter[]>;
}
