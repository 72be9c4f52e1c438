import type { Instant } from '../../domain/calendar/day.ts';
import { isElsewhere } from '../intake/fetch-media.ts';
import { followUp } from './follow-up.ts';
import { type OpenCaseDeps, openCase } from './open-case.ts';

export interface RegisterComplaintDeps extends OpenCaseDeps {
  /** Has the media of a complaint fetched that only its channel holds. Asked for twice, they are fetched once. */
  readonly fetchLater: (receipt: string) => Promise<void>;
}

/**
 * Brings what came in to the case that it belongs to: its own, or, where it follows an earlier complaint, the one in
 * which that is handled, unless it was set apart there. Done before, it changes nothing.
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
  const state = follows && (await followUp({ ...complaint, follows }, now, deps));
  if (!state) return await openCase(complaint, now, deps);
  const isApart = state.apart?.includes(receipt);
  return isApart ? await openCase(complaint, now, deps, state.id) : 'followed-up';
}
