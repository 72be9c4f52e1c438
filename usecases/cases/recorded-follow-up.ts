import type { Case } from '../../domain/case/case.ts';
import { hasFollowUp, mayHaveForgotten } from '../../domain/case/handling/follow-ups.ts';
import type { CaseReader } from './command-case.ts';

/**
 * Whether a case took in that follow-up, however long ago: it remembers its latest, and its events keep all. They are
 * read only where it may have forgotten some.
 */
export async function hasRecordedFollowUp(
  state: Case,
  receipt: string,
  { events }: Pick<CaseReader, 'events'>,
): Promise<boolean> {
  if (hasFollowUp(state, receipt)) return true;
  if (!mayHaveForgotten(state)) return false;
  return (await events(state.id)).some(
    (event) =>
      (event.type === 'followed-up' && event.receipt === receipt) ||
      (event.type === 'taken-back' && event.followUps.some((one) => one.receipt === receipt)),
  );
}
