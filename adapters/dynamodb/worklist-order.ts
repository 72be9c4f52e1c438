import { type Case, isOpen, runningClocks } from '../../domain/case/case.ts';

/** Sort key of the worklist: open cases first, by their soonest deadline; then those that ended, by the day they came. */
export function worklistAt(state: Case): string {
  if (!isOpen(state)) return `2-ended#${state.receivedAt}`;
  const soonest = runningClocks(state)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0];
  return openUntil(soonest ?? '9000');
}

/** Open cases with a deadline before this instant sort before it. */
export const openUntil = (instant: string): string => `1-open#${instant}`;
