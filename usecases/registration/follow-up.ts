import type { Instant } from '../../domain/calendar/day.ts';
import type { Command } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Context } from '../../domain/case/context.ts';
import { isAnotherMatter } from '../../domain/case/handling/follow-up-departures.ts';
import { hasFollowUp } from '../../domain/case/handling/follow-ups.ts';
import { outOfReachOf } from '../../domain/case/people/complainants.ts';
import type { AnonymousComplaint, FollowUp } from '../../domain/complaint.ts';
import { LONGEST_THREAD } from '../../domain/thread.ts';
import { type CaseStore, commandCase } from '../cases/command-case.ts';
import { hasRecordedFollowUp } from '../cases/recorded-follow-up.ts';
import { type OpenCaseDeps, openCase } from './open-case.ts';

/**
 * Gives what came in later to the case in which the matter is handled now, and says which that is; what is certainly
 * another matter is set apart there. Done before, it changes nothing. Says nothing, and has changed nothing, where the
 * complaint that it names does not exist, or where it has a case of its own already.
 */
export async function followUp(
  complaint: AnonymousComplaint & { readonly follows: FollowUp },
  now: Instant,
  deps: OpenCaseDeps,
): Promise<Case | undefined> {
  const { receipt, channel, receivedAt, follows } = complaint;
  if (await deps.cases.load(receipt)) return undefined;
  const to = await firstOf(follows.to, now, deps, [receipt]);
  if (to === undefined) return undefined;
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  const [limit, outOfReach] = [complaint.order?.limit, outOfReachOf(complaint)];
  const deed = { receipt, to, as: follows.as, channel, receivedAt, limit, outOfReach };
  const state = await give(to, { type: 'follow-up', ...deed }, context, { ...deps, complaint });
  const departs = state.followUps?.find((one) => one.receipt === receipt)?.departs;
  if (!isAnotherMatter(follows.as, departs)) return state;
  return await changed(state.id, { type: 'set-apart', receipt }, context, deps.cases);
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
): Promise<Case> {
  const { cases } = deps;
  const before = await cases.load(caseId);
  if (before && (await hasRecordedFollowUp(before, command.receipt, cases))) return before;
  const state = await changed(caseId, { ...command, ...readIn(before, context, deps) }, context, cases);
  const isElsewhere = state.joinedTo !== undefined && !hasFollowUp(state, command.receipt);
  return isElsewhere ? await give(state.joinedTo, command, context, deps) : state;
}

/** What it is about, and whom it accuses if it is read as written to whoever has the case, at the place of that. */
function readIn(state: Case | undefined, { now }: Context, { complaint, analyse }: Following) {
  const { division = state?.place?.division } = complaint;
  const said = analyse(complaint, now);
  return { said, accused: analyse({ ...complaint, division, known: { reader: state?.lead } }, now).accused };
}

async function changed(caseId: string, command: Command, context: Context, cases: CaseStore): Promise<Case> {
  const outcome = await commandCase(caseId, command, context, cases);
  if (outcome.kind !== 'done' && outcome.kind !== 'unchanged') throw new Error(`case ${caseId} takes no follow-up`);
  return outcome.state;
}
