import type { Case } from '../../domain/case/case.ts';
import { isHiddenFromSender, type SendingRoster } from '../../domain/case/rights/authority.ts';
import { LONGEST_THREAD } from '../../domain/thread.ts';
import type { CaseReader } from '../cases/command-case.ts';
import type { CheckQueryCodeDeps, Query } from './check-query-code.ts';

/** What was sent after an earlier complaint has no case of its own: the one that began the thread counts. */
export async function firstOf(
  query: Query,
  { complaints, cases }: Pick<CheckQueryCodeDeps, 'complaints'> & { readonly cases: Pick<CaseReader, 'load'> },
): Promise<Query> {
  let first = query;
  for (let hops = 0; hops < LONGEST_THREAD && first.follows && !(await cases.load(first.receipt)); hops += 1) {
    const earlier = await complaints.readQuery(first.follows.to);
    if (!earlier) break;
    first = earlier;
  }
  return first;
}

/** 回避: whoever handed it over is accused in it, or in a case that it was joined to. */
export function isWithheld(own: Case, line: readonly Case[], roster: SendingRoster): boolean {
  const { order } = own;
  return [own, ...line].some(({ accused }) => isHiddenFromSender({ order, accused }, roster));
}
