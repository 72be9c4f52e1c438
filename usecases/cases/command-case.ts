import type { Instant } from '../../domain/calendar/day.ts';
import type { Refused } from '../../domain/case/act.ts';
import type { CaseFact, Command } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { owedClocks } from '../../domain/case/clocks/owed-clocks.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { record } from '../../domain/case/record.ts';
import { nextTimerAt } from '../../domain/clocks/timers.ts';
import { type Listing, listingOf } from '../../domain/lists/listing.ts';
import { toldOf } from '../../domain/notices/complainants/tellings.ts';

/** A case, and where it is found. */
export interface Filed {
  readonly state: Case;
  /** Next due timer; undefined takes the case out of the due index. */
  readonly nextTimerAt: Instant | undefined;
  readonly listing: Listing;
}

/** One change of a case: the state after it, its new events, and where it was found before. */
export interface Commit extends Filed {
  readonly events: readonly CaseEvent[];
  readonly listedBefore?: Listing | undefined;
}

export interface CaseStore {
  load(caseId: string): Promise<Case | undefined>;
  /** Writes all or nothing, and only if the stored version is still the one before the first event: else `conflict`. */
  commit(commit: Commit): Promise<'committed' | 'conflict'>;
}

export interface ScheduledCaseStore extends CaseStore {
  /**
   * Sets when the sweep looks at the case again, and in which lists it is, without an event: both are derived. Does
   * nothing if the case has changed.
   */
  reschedule(filed: Filed): Promise<void>;
}

/** Cases with what happened to them, oldest first. */
export interface CaseReader {
  load(caseId: string): Promise<Case | undefined>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
}

export type StoredCases = ScheduledCaseStore & CaseReader;

export type Outcome =
  | { readonly kind: 'done'; readonly state: Case; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'unchanged'; readonly state: Case }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale'; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-yours' | 'not-your-role' | 'not-allowed';
      readonly detail: string;
    };

const ATTEMPTS = 8;

/** Others were faster each time: nothing was done, and the same command may be tried again. */
export class CaseBusy extends Error {
  override readonly name = 'CaseBusy';

  constructor(caseId: string) {
    super(`case ${caseId} kept changing under the command`);
  }
}

/**
 * The one way a case changes, whoever asks: load, decide, commit. Losing a race re-decides on the fresh state, unless
 * the caller named the version it saw, which makes the outcome `stale`. The same command again decides on what the
 * first one left.
 */
export async function commandCase(
  caseId: string,
  command: Command,
  context: Context,
  cases: CaseStore,
  expectedVersion?: number,
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await cases.load(caseId);
    if (!state && command.type !== 'register') return { kind: 'unknown' };
    const decision = decide(state, command, context);
    if (decision.kind === 'refused' && decision.reason !== 'not-allowed') return refusalOf(decision);
    if (state && (expectedVersion ?? state.version) !== state.version) return { kind: 'stale', version: state.version };
    if (decision.kind === 'refused') return refusalOf(decision);
    if (decision.facts.length === 0) return { kind: 'unchanged', state: state! };
    const commit = commitOf(caseId, state, decision.facts, context);
    if ((await cases.commit(commit)) === 'committed') return { kind: 'done', ...commit };
  }
  throw new CaseBusy(caseId);
}

/** Who must not know of a case is answered as if there were none. */
function refusalOf({ reason, detail }: Refused): Outcome {
  return reason === 'no-such-case' ? { kind: 'unknown' } : { kind: 'refused', reason, detail };
}

function commitOf(caseId: string, before: Case | undefined, facts: readonly CaseFact[], context: Context): Commit {
  const { state, events } = record(caseId, before, facts, context, toldOf);
  return { ...filed(state!, context), events, listedBefore: before && listingOf(before, context) };
}

/** Where the case is found by these rules. */
export function filed(state: Case, rules: CaseRules): Filed {
  const next = nextTimerAt(owedClocks(state, rules.policies), rules);
  return { state, nextTimerAt: next, listing: listingOf(state, rules) };
}
