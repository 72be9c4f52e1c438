import type { Instant } from '../calendar/day.ts';
import type { Staff } from '../case/people/actor.ts';

/** A member of staff who is logged in at one browser. */
export interface DeskSession {
  /** The hash of what the browser holds: whoever reads this cannot act for anybody. */
  readonly key: string;
  readonly staff: Staff;
  readonly startedAt: Instant;
  /** When a page was last asked for, to the minute. */
  readonly seenAt: Instant;
}

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 600 * MINUTE;

/** A session ends after half an hour without a page, and after ten hours whatever happens. */
export function isAlive({ startedAt, seenAt }: DeskSession, now: Instant): boolean {
  const at = Date.parse(now);
  return at - Date.parse(seenAt) < IDLE && at - Date.parse(startedAt) < LONGEST;
}

/** To the minute, so that a page after the other does not cost a write each. */
export const isStale = ({ seenAt }: DeskSession, now: Instant): boolean =>
  Date.parse(now) - Date.parse(seenAt) >= MINUTE;
