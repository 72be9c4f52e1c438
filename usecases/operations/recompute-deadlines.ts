import type { Instant } from '../../domain/calendar/day.ts';
import type { DeadlineChange } from '../../domain/case/acts/recompute.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import { policyNamed } from '../../domain/clocks/policy.ts';
import { commandCase, type Filed, filed, type ScheduledCaseStore } from '../cases/command-case.ts';

export interface RecomputeDeps {
  readonly cases: ScheduledCaseStore & {
    /** Whether the case is found where that says, so that nothing need be written. */
    isFiledAs(filed: Filed): Promise<boolean>;
  };
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

export interface RecomputeOrder {
  readonly dryRun: boolean;
  readonly policy?: string | undefined;
  /** These cases and no others; all that are open where it says nothing. */
  readonly caseIds?: readonly string[] | undefined;
}

const AT_ONCE = 10;

/**
 * Computes the running deadlines of open cases anew: under the calendar as deployed, and under `policy` if one is named
 * (otherwise each keeps the version it started under). A dry run changes nothing and shows the same differences. A case in
 * which nothing changes, and which is found where it belongs, is not written. Repeating it finds nothing more to change.
 * Throws when there is no such policy.
 */
export async function recomputeDeadlines(
  { dryRun, policy, caseIds }: RecomputeOrder,
  now: Instant,
  { cases, openCases, context, onFailure }: RecomputeDeps,
): Promise<readonly Recomputed[]> {
  const whole: Context = { ...context, now, actor: { kind: 'system' } };
  if (policy !== undefined) policyNamed(policy, context.policies);
  const one = async (caseId: string): Promise<readonly Recomputed[]> => {
    try {
      const state = await cases.load(caseId);
      const changes = changesOf(state, policy, whole);
      if (!dryRun && state) await apply(state, changes, policy, whole, cases);
      return changes.length > 0 ? [{ caseId, changes }] : [];
    } catch (error) {
      onFailure(caseId, error);
      return [];
    }
  };
  const found: Recomputed[] = [];
  for await (const some of handfuls(caseIds ?? openCases())) found.push(...(await Promise.all(some.map(one))).flat());
  return found;
}

async function* handfuls(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let some: string[] = [];
  for await (const id of ids) {
    some.push(id);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  yield some;
}

async function apply(
  state: Case,
  changes: readonly DeadlineChange[],
  policy: string | undefined,
  context: Context,
  cases: RecomputeDeps['cases'],
): Promise<void> {
  if (changes.length > 0) return void (await commandCase(state.id, { type: 'recompute', policy }, context, cases));
  const place = filed(state, context);
  if (!(await cases.isFiledAs(place))) await cases.reschedule(place);
}

function changesOf(state: Case | undefined, policy: string | undefined, context: Context): readonly DeadlineChange[] {
  if (!state) return [];
  const decision = decide(state, { type: 'recompute', policy }, context);
  const facts = decision.kind === 'decided' ? decision.facts : [];
  return facts.flatMap((fact) => (fact.type === 'recomputed' ? fact.changes : []));
}
