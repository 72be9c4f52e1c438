import type { Instant } from '../../domain/calendar/day.ts';
import type { Command } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Context } from '../../domain/case/context.ts';
import { hasFollowUp } from '../../domain/case/follow-ups.ts';
import type { AnonymousComplaint, FollowUp } from '../../domain/complaint.ts';
import { commandCase } from '../cases/command-case.ts';
import { type OpenCaseDeps, openCase } from './open-case.ts';

/** A thread may go from one follow-up to the next; one longer than this goes in a circle or is somebody's joke. */
const LONGEST_THREAD = 50;

/**
 * Gives what came in later to the case in which the matter is handled now. Done before, it changes nothing. Says false,
 * and has changed nothing, where the complaint that it names does not exist, or where it has a case of its own already.
 */
export async function followUp(
  complaint: AnonymousComplaint & { readonly follows: FollowUp },
  now: Instant,
  deps: OpenCaseDeps,
): Promise<boolean> {
  const { receipt, channel, follows } = complaint;
  if (await deps.cases.load(receipt)) return false;
  const to = await firstOf(follows.to, now, deps, [receipt]);
  if (to === undefined) return false;
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  await give(to, { type: 'follow-up', receipt, to, as: follows.as, channel }, context, { ...deps, complaint });
  return true;
}

/**
 * The complaint with a case of its own at the beginning of the thread. If its message has not come by yet, its case is
 * opened here, and that message will find it.
 */
async function firstOf(
  receipt: string,
  now: Instant,
  deps: OpenCaseDeps,
  thread: readonly string[],
): Promise<string | undefined> {
  if (thread.includes(receipt) || thread.length > LONGEST_THREAD) return undefined;
  if (await deps.cases.load(receipt)) return receipt;
  const complaint = await deps.complaints.readComplaint(receipt);
  if (!complaint) return undefined;
  const before = complaint.follows && (await firstOf(complaint.follows.to, now, deps, [...thread, receipt]));
  if (before !== undefined) return before;
  await openCase(complaint, now, deps);
  return receipt;
}

interface Following extends Pick<OpenCaseDeps, 'analyse' | 'cases'> {
  readonly complaint: AnonymousComplaint;
}

/**
 * A case that was joined to another one knows only what came before that; what comes now goes to the last of the line.
 */
async function give(
  caseId: string,
  command: Command & { type: 'follow-up' },
  context: Context,
  deps: Following,
): Promise<void> {
  const { cases } = deps;
  const accused = accusedBy(await cases.load(caseId), context, deps);
  const outcome = await commandCase(caseId, { ...command, accused }, context, cases);
  if (outcome.kind !== 'done' && outcome.kind !== 'unchanged') throw new Error(`case ${caseId} takes no follow-up`);
  const { state } = outcome;
  if (state.joinedTo !== undefined && !hasFollowUp(state, command.receipt))
    await give(state.joinedTo, command, context, deps);
}

/** Whom it accuses, read as written to whoever has the case. */
function accusedBy(state: Case | undefined, { now }: Context, { complaint, analyse }: Following) {
  const { division = state?.place?.division } = complaint;
  return analyse({ ...complaint, division, known: { reader: state?.lead } }, now).accused;
}
