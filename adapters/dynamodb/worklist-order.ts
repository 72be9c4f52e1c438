import { type Case, isOpen, runningClocks } from '../../domain/case/case.ts';

/**
 * Sort key of the worklist: first ended cases that somebody wants opened again, the longest waiting first; then open
 * ones, by their soonest deadline; then those that ended, by the day they came.
 */
export function worklistAt(state: Case): string {
  if (state.reopeningAsked) return `0-asked#${state.reopeningAsked.since}`;
  if (!isOpen(state)) return `2-ended#${state.receivedAt}`;
  const soonest = runningClocks(state)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0];
  return openUntil(soonest ?? '9000');
}

/** Open cases with a deadline before this instant sort before it, and so do those that somebody wants opened again. */
export const openUntil = (instant: string): string => `1-open#${instant}`;

/** Only those that somebody wants opened again sort before it. */
export const ASKED_UNTIL = openUntil('');
