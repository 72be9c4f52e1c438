import type { Case } from '../../domain/case/case.ts';
import type { Complaint } from '../../domain/complaint.ts';
import { LONGEST_THREAD } from '../../domain/thread.ts';
import type { CaseReader } from '../cases/command-case.ts';
import { hasRecordedFollowUp } from '../cases/recorded-follow-up.ts';

/** What may be known of a complaint without reading it. */
export type Received = Pick<Complaint, 'receipt' | 'channel' | 'receivedAt' | 'flags' | 'partner' | 'follows'>;

export interface HandlingCaseDeps {
  readonly complaints: { readWay(receipt: string): Promise<Received | undefined> };
  readonly cases: CaseReader;
}

/**
 * The case in which a complaint is handled: its own, or the one that took it in as more to an earlier complaint. Undefined
 * as long as it has not been registered.
 */
export async function handlingCaseOf(receipt: string, deps: HandlingCaseDeps): Promise<Case | undefined> {
  let next: string | undefined = receipt;
  for (let step = 0; next !== undefined && step < LONGEST_THREAD; step += 1) {
    const state: Case | undefined = await deps.cases.load(next);
    if (state?.id === receipt || (state && (await hasRecordedFollowUp(state, receipt, deps.cases)))) return state;
    next = state ? state.joinedTo : (await deps.complaints.readWay(next))?.follows?.to;
  }
  return undefined;
}

/**
 * 有件无案: whether no case has the complaint, nor ever had one. What an erasure left behind had one: only an erasure
 * takes complaints from the vault, and a complaint can follow no other than one that was there (前件已删), so the way to
 * the case that had both is gone with it.
 */
export const hasNoCase = async (receipt: string, deps: HandlingCaseDeps): Promise<boolean> =>
  !(await handlingCaseOf(receipt, deps)) && !(await isOrphan(receipt, deps));

/**
 * 前件已删: whether what a complaint follows is in the vault no more, and with it the way to the case that had both. Only
 * an erasure takes complaints from there, and a complaint can follow no other than one that was there.
 */
export async function isOrphan(
  receipt: string,
  { complaints }: Pick<HandlingCaseDeps, 'complaints'>,
): Promise<boolean> {
  let way = await complaints.readWay(receipt);
  for (let step = 0; way?.follows && step < LONGEST_THREAD; step += 1) way = await complaints.readWay(way.follows.to);
  return way === undefined;
}
