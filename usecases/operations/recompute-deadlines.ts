import type { Instant } from '../../domain/calendar/day.ts';
import type { DeadlineChange } from '../../domain/case/acts/recompute.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import { policyNamed } from '../../domain/clocks/policy.ts';
import { commandCase, filed, type ScheduledCaseStore } from '../cases/command-case.ts';

export interface RecomputeDeps {
  readonly cases: ScheduledCaseStore;
  /** Ids of all cases that have not ended. */
  readonly openCases: () => AsyncIterable<string>;
  readonly context: CaseRules;
  /** One bad case must not keep the others from their deadlines. */
  readonly onFailure: (caseId: string, error: unknown) => void;
}

export interface Recomputed {
  readonly caseId: string;
  readonly changes: readonly DeadlineChange[];
}

/**
 * Computes the running deadlines of every open case anew: under the calendar as deployed, and under `policy` if one is
 * named (otherwise each keeps the version it started under). A dry run changes nothing and shows the same differences.
 * Repeating it finds nothing more to change. Throws when there is no such policy.
 */
export async function recomputeDeadlines(
  { dryRun, policy }: { readonly dryRun: boolean; readonly policy?: string | undefined },
  now: Instant,
  { cases, openCases, context, onFailure }: RecomputeDeps,
): Promise<readonly Recomputed[]> {
  const whole: Context = { ...context, now, actor: { kind: 'system' } };
  if (policy !== undefined) policyNamed(policy, context.policies);
  const found: Recomputed[] = [];
  for await (const caseId of openCases()) {
    try {
      const changes = changesOf(await cases.load(caseId), policy, whole);
      if (!dryRun) await apply(caseId, policy, whole, cases);
      if (changes.length > 0) found.push({ caseId, changes });
    } catch (error) {
      onFailure(caseId, error);
    }
  }
  return found;
}

async function apply(caseId: string, policy: string | undefined, context: Context, cases: RecomputeDeps['cases']) {
  const outcome = await commandCase(caseId, { type: 'recompute', policy }, context, cases);
  if (outcome.kind === 'unchanged') await cases.reschedule(filed(outcome.state, context));
}

function changesOf(state: Case | undefined, policy: string | undefined, context: Context): readonly DeadlineChange[] {
  if (!state) return [];
  const decision = decide(state, { type: 'recompute', policy }, context);
  const facts = decision.kind === 'decided' ? decision.facts : [];
  return facts.flatMap((fact) => (fact.type === 'recomputed' ? fact.changes : []));
}
