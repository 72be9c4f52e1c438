import type { Instant } from '../../domain/calendar/day.ts';
import type { Grade, Reason } from '../../domain/case/answer/satisfaction.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { type CaseStore, commandCase } from '../cases/command-case.ts';
import { type CheckQueryCodeDeps, checkQueryCode } from './check-query-code.ts';
import { firstOf, isWithheld } from './handled-case.ts';

export interface RateAnswerDeps extends CheckQueryCodeDeps {
  readonly cases: CaseStore;
  readonly context: CaseRules;
}

export interface Said {
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
}

export type RatingOutcome =
  | { readonly kind: 'rated'; readonly receipt: string; readonly grade: Grade }
  | { readonly kind: 'refused'; readonly detail: string };

/**
 * What whoever has receipt and query code thinks of the answer, in the case that gave it; undefined for a receipt that
 * does not exist as for a wrong code. The same again is answered by what stands.
 */
export async function rateAnswer(
  typedReceipt: string,
  typedCode: string,
  said: Said,
  now: Instant,
  deps: RateAnswerDeps,
): Promise<RatingOutcome | undefined> {
  const query = await checkQueryCode(typedReceipt, typedCode, deps);
  if (!query) return undefined;
  const { receipt } = await firstOf(query, deps);
  const line = await lineOf(receipt, deps.cases);
  const [own, handled] = [line[0], line.at(-1)];
  if (!own || !handled || isWithheld(own, line, deps.context))
    return { kind: 'refused', detail: '办结并答复后才能评价' };
  const context = { ...deps.context, now, actor: { kind: 'system' } } as const;
  const outcome = await commandCase(handled.id, { type: 'rate', receipt, ...said }, context, deps.cases);
  if (outcome.kind === 'refused') return { kind: 'refused', detail: outcome.detail };
  if (outcome.kind !== 'done' && outcome.kind !== 'unchanged') throw new Error(`case ${handled.id} takes no rating`);
  return { kind: 'rated', receipt, grade: said.grade };
}

/** Its case, and those that it was joined to, one after the other. */
async function lineOf(id: string, cases: Pick<CaseStore, 'load'>): Promise<readonly Case[]> {
  const state = await cases.load(id);
  if (!state) return [];
  return [state, ...(state.joinedTo === undefined ? [] : await lineOf(state.joinedTo, cases))];
}
