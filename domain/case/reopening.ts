import type { ClockName } from '../clocks/policy.ts';
import { type Case, type FollowUpReceived, isOpen, type ReopeningAsked } from './case.ts';
import type { Command } from './commands.ts';
import type { CaseEvent, CaseFact, ClockStart } from './events.ts';

/** So many follow-ups a case remembers; its events keep all. */
const REMEMBERED = 100;

/** What a follow-up does to the case: nothing if it is known already, or if the case is handled in another one. */
export function followedUp(state: Case, command: Command & { type: 'follow-up' }): readonly CaseFact[] {
  const { receipt, to, as, channel } = command;
  if (hasFollowUp(state, receipt) || state.joinedTo !== undefined) return [];
  const urges = (state.urges ?? 0) + (as === 'urge' ? 1 : 0);
  return [{ type: 'followed-up', receipt, to, as, channel, asksReopening: !isOpen(state), urges }];
}

export function hasFollowUp({ followUps = [] }: Case, receipt: string): boolean {
  return followUps.some((one) => one.receipt === receipt);
}

/**
 * The complainant is owed an answer once more, within the period of handling, under the rules that the case began with; for an inspection item the
 * report is due again too. No rule that was read gives reopening a period of its own.
 */
export function reopened(
  { inspection }: Case,
  reason: string,
  start: (name: ClockName) => ClockStart,
): CaseFact & { type: 'reopened' } {
  const names: readonly ClockName[] = inspection ? ['handle', 'inspection-report'] : ['handle'];
  return { type: 'reopened', reason, started: names.map(start) };
}

/** Undefined where nobody asks. */
export function reopeningDeclined({ reopeningAsked }: Case, reason: string): CaseFact | undefined {
  return reopeningAsked && { type: 'reopening-declined', reason, askedBy: reopeningAsked.by };
}

export function withFollowUp(state: Case, event: CaseEvent & { type: 'followed-up' }): Case {
  const { receipt, to, as, channel, at, urges, asksReopening } = event;
  const followUps: readonly FollowUpReceived[] = [...(state.followUps ?? []), { receipt, to, as, channel, at }];
  const reopeningAsked = asksReopening ? askedBy(to, state.reopeningAsked ?? { since: at, by: [] }) : undefined;
  return { ...state, followUps: followUps.slice(-REMEMBERED), urges: urges || undefined, reopeningAsked };
}

/** So long what somebody sends belongs to one sitting: the photographs after the form, the page that was forgotten. */
const SITTING_MS = 3_600_000;

/** Whether the complaint itself, or more to it, came shortly before: who reads the one finds the other. Not what an office sends. `state` is the case after the event. */
export function isOfOneSitting(event: CaseEvent & { type: 'followed-up' }, state: Case): boolean {
  const complaint = event.to === state.id ? [state.receivedAt] : [];
  const before = [...complaint, ...earlierOf(event, state).map(({ at }) => at)].at(-1);
  return event.channel !== 'partner' && before !== undefined && Date.parse(event.at) - Date.parse(before) < SITTING_MS;
}

/** What the same complainant sent before, oldest first. */
export function earlierOf(
  { receipt, to }: CaseEvent & { type: 'followed-up' },
  { followUps = [] }: Case,
): readonly FollowUpReceived[] {
  return followUps.filter((one) => one.to === to && one.receipt !== receipt);
}

function askedBy(receipt: string, { since, by }: ReopeningAsked): ReopeningAsked {
  return { since, by: by.includes(receipt) ? by : [...by, receipt] };
}
