import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import type { Sent } from '../outside/outbox.ts';
import type { FollowedUp, Registered } from './case-files.ts';
import type { AnySample, LaterSample } from './sample.ts';
import type { Act } from './story/act.ts';

/** One complaint that came in and became a case. */
export interface Arrival {
  readonly sample: AnySample;
  readonly receipt: string;
  readonly registration: Registered;
  /** What was sent because of it at once. */
  readonly notices: readonly Sent[];
}

/** The same message again: nothing changed, and the sender got the same receipt. */
export interface Repeat {
  readonly sample: AnySample;
  readonly receipt: string;
  readonly at: Instant;
  /** 2 for the second time it came. */
  readonly time: number;
}

/** What came in later about a complaint and went to its case. */
export interface Later {
  readonly sample: LaterSample;
  /** That of the complaint. */
  readonly receipt: string;
  readonly at: Instant;
  readonly as: FollowedUp['as'];
}

/** What a member of staff did. */
export interface Deed {
  readonly act: Act;
  readonly receipt: string;
  readonly at: Instant;
  /** Organ id. */
  readonly by: string;
  /**
   * Why it was refused, for people; only where the rules under config/ have been changed since the story was written.
   */
  readonly refused?: string | undefined;
}

export interface Journal {
  readonly arrivals: readonly Arrival[];
  readonly repeats: readonly Repeat[];
  readonly later: readonly Later[];
  readonly deeds: readonly Deed[];
  /** Where each case stands in the end. */
  readonly statuses: readonly CaseStatus[];
}
