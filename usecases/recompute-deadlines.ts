import type { Instant } from '../domain/calendar/day.ts';
import type { Case } from '../domain/case/case.ts';
import { type Context, decide } from '../domain/case/decide.ts';
import type { DeadlineChange } from '../domain/case/events.ts';
import { nextTimerAt } from '../domain/clocks/timers.ts';
import { commandCase, type ScheduledCaseStore } from './command-case.ts';

export interface RecomputeDeps {
  readonly cases: ScheduledCaseStore;
  /** Ids of all cases that have not ended. */
  readonly openCases: () => AsyncIterable<string>;
  readonly context: Omit<Context, 'now' | 'actor'>;
}

export interface Recomputed {
  readonly caseId: string;
  readonly changes: readonly DeadlineChange[];
}

/**
 * Computes the running deadlines of every open case anew: under the calendar as deployed, and under `policy` if one is named (otherwise each
 * keeps the version it started under). A dry run changes nothing and shows the same differences. Repeating it finds nothing more to change.
 */
export async function recomputeDeadlines(
  { dryRun, policy }: { readonly dryRun: boolean; readonly policy?: string | undefined },
  now: Instant,
  { cases, openCases, context }: RecomputeDeps,
): Promise<readonly Recomputed[]> {
  const whole: Context = { ...context, now, actor: { kind: 'system' } };
  const found: Recomputed[] = [];
  for await (const caseId of openCases()) {
    const state = await cases.load(caseId);
    if (!state) continue;
    const changes = changesOf(state, policy, whole);
    if (changes.length > 0) found.push({ caseId, changes });
    if (dryRun) continue;
    const outcome = await commandCase(caseId, { type: 'recompute', policy }, whole, cases);
    if (outcome.kind === 'unchanged') {
      await cases.reschedule(outcome.state, nextTimerAt(outcome.state, context.policies, context.calendar));
    }
  }
  return found;
}

function changesOf(state: Case, policy: string | undefined, context: Context): readonly DeadlineChange[] {
  const decision = decide(state, { type: 'recompute', policy }, context);
  const facts = decision.kind === 'decided' ? decision.facts : [];
  return facts.flatMap((fact) => (fact.type === 'recomputed' ? fact.changes : []));
}
