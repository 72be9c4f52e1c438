import type { Instant } from '../../domain/calendar/day.ts';
import type { Registration } from '../../domain/case/commands.ts';
import type { Context } from '../../domain/case/decide.ts';
import type { Complaint } from '../../domain/complaint.ts';
import type { CaseStore } from '../cases/command-case.ts';
import { isElsewhere } from '../intake/fetch-media.ts';
import type { RepeatDeps } from './find-repeats.ts';
import { followUp } from './follow-up.ts';
import { openCase } from './open-case.ts';

/** A complaint as far as registering it needs: all but who sent it. */
export type AnonymousComplaint = Omit<Complaint, 'contact' | 'sourceId' | 'messageId' | 'original'>;

export interface RegisterComplaintDeps {
  readonly complaints: {
    /** Undefined when there is no such complaint. */
    readComplaint(receipt: string): Promise<AnonymousComplaint | undefined>;
  };
  /**
   * What the complaint is about, where, and whose it is by the law of that moment. Pure, and never without a route: the
   * catch-all takes the rest.
   */
  readonly analyse: (complaint: AnonymousComplaint, now: Instant) => Omit<Registration, 'complaint' | 'repeats'>;
  readonly repeats: RepeatDeps;
  /** Has the media of a complaint fetched that only its channel holds. Asked for twice, they are fetched once. */
  readonly fetchLater: (receipt: string) => Promise<void>;
  readonly cases: CaseStore;
  readonly context: Omit<Context, 'now' | 'actor'>;
}

/**
 * Brings what came in to the case that it belongs to: its own, or, where it follows an earlier complaint, the one in
 * which that is handled. Done before, it changes nothing.
 */
export async function registerComplaint(
  receipt: string,
  now: Instant,
  deps: RegisterComplaintDeps,
): Promise<'registered' | 'already' | 'followed-up' | 'unknown'> {
  const complaint = await deps.complaints.readComplaint(receipt);
  if (!complaint) return 'unknown';
  // Before all else: whatever becomes of the case, WeChat forgets them after three days.
  if (complaint.attachments.some(isElsewhere)) await deps.fetchLater(receipt);
  const { follows } = complaint;
  if (follows && (await followUp({ ...complaint, follows }, now, deps))) return 'followed-up';
  return await openCase(complaint, now, deps);
}
