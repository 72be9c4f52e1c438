import type { Instant } from '../../domain/calendar/day.ts';

/** What a member of staff typed when their session had ended: theirs alone, by the path of its form, for a day. */
export interface Drafts {
  /** `typed` as a browser sends it, without the keys of the form. */
  keep(sub: string, path: string, typed: string, now: Instant): Promise<void>;
  find(sub: string, path: string, now: Instant): Promise<string | undefined>;
  forget(sub: string, path: string): Promise<void>;
}
