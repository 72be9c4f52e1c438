import type { Instant } from '../../calendar/day.ts';
import type { Channel } from '../../complaint.ts';

/** So long what somebody sends belongs to one sitting: the photographs after the form, the page that was forgotten. */
const SITTING_MS = 3_600_000;

export const isWithinSitting = (before: Instant, after: Instant): boolean =>
  Date.parse(after) - Date.parse(before) < SITTING_MS;

/** So many follow-ups a case remembers; its events keep all. */
const REMEMBERED = 100;

export const remembered = <One>(all: readonly One[]): readonly One[] => all.slice(-REMEMBERED);

/** One as a case remembers it: `to` is the complaint that it was sent after. */
interface FollowUp {
  readonly receipt: string;
  readonly to: string;
  readonly at: Instant;
}

/** A follow-up as its event tells of it. */
interface Received extends FollowUp {
  readonly channel: Channel;
}

interface Followed<One extends FollowUp = FollowUp> {
  readonly followUps?: readonly One[] | undefined;
}

interface Answerable extends Followed {
  readonly id: string;
  readonly receivedAt: Instant;
}

export function hasFollowUp(
  { followUps = [], apart = [] }: Followed & { readonly apart?: readonly string[] | undefined },
  receipt: string,
): boolean {
  return apart.includes(receipt) || followUps.some((one) => one.receipt === receipt);
}

/** Whether there were more than it remembers. Its events keep all. */
export const mayHaveForgotten = ({ followUps = [] }: Followed): boolean => followUps.length >= REMEMBERED;

/**
 * Whether the complaint itself, or more to it, came shortly before: who reads the one finds the other. Never so for
 * what an office sends. `state` is the case after the event.
 */
export function isOfOneSitting(event: Received, state: Answerable): boolean {
  const complaint = event.to === state.id ? [state.receivedAt] : [];
  const before = [...complaint, ...earlierOf(event, state).map(({ at }) => at)].at(-1);
  return event.channel !== 'partner' && before !== undefined && isWithinSitting(before, event.at);
}

/** What the same complainant sent before, oldest first. */
export function earlierOf<One extends FollowUp>(
  { receipt, to }: Pick<FollowUp, 'receipt' | 'to'>,
  { followUps = [] }: Followed<One>,
): readonly One[] {
  return followUps.filter((one) => one.to === to && one.receipt !== receipt);
}
