import type { Instant } from '../../domain/calendar/day.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import { isElsewhere } from '../intake/fetch-media.ts';
import { followUp } from './follow-up.ts';
import { type OpenCaseDeps, openCase } from './open-case.ts';

export interface RegisterComplaintDeps extends OpenCaseDeps {
  /** Has the media of a complaint fetched that only its channel holds. Asked for twice, they are fetched once. */
  readonly fetchLater: (receipt: string) => Promise<void>;
}

interface Patience {
  /** Whether it will be asked for again in some minutes. */
  readonly mayWait?: boolean;
}

/**
 * Brings what came in to the case that it belongs to: its own, or, where it follows an earlier complaint, the one in
 * which that is handled, unless it was set apart there. Done before, it changes nothing. `waiting`: it names a complaint
 * that has not come in yet, and nothing has been done; an emergency does not wait.
 */
export async function registerComplaint(
  receipt: string,
  now: Instant,
  deps: RegisterComplaintDeps,
  { mayWait = false }: Patience = {},
): Promise<'registered' | 'already' | 'followed-up' | 'waiting' | 'unknown'> {
  const complaint = await deps.complaints.readComplaint(receipt);
  if (!complaint) return 'unknown';
  // Before all else: whatever becomes of the case, WeChat forgets them after three days.
  if (complaint.attachments.some(isElsewhere)) await deps.fetchLater(receipt);
  const { follows } = complaint;
  const state = follows && (await followUp({ ...complaint, follows }, now, deps));
  if (!state && follows && mayWait && (await isEarly(complaint, now, deps))) return 'waiting';
  if (!state) return await openCase(complaint, now, deps);
  const isApart = state.apart?.includes(receipt);
  return isApart ? await openCase(complaint, now, deps, state.id) : 'followed-up';
}

async function isEarly(
  complaint: AnonymousComplaint,
  now: Instant,
  { cases, analyse }: OpenCaseDeps,
): Promise<boolean> {
  if (await cases.load(complaint.receipt)) return false;
  return analyse(complaint, now).classification.urgency !== 'emergency';
}
