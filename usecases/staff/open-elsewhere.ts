import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Scope } from '../../domain/lists/scopes.ts';
import type { ListCasesDeps } from './list-cases.ts';
import { type Count, survey, tallied } from './list-survey.ts';
import { visibleList } from './visible-list.ts';

/** The lists of those who have to act themselves. */
const ACTING: readonly Scope[] = ['mine', 'organ', 'assisting', 'review'];

export interface OpenList {
  readonly scope: Scope;
  readonly count: Count;
}

/** Which of one's other lists have something open in them, for whoever looks at one that has nothing. */
export async function openElsewhere(
  here: Scope,
  staff: Staff,
  now: Instant,
  deps: ListCasesDeps,
): Promise<readonly OpenList[]> {
  const others = ACTING.filter((scope) => scope !== here);
  const counted = await Promise.all(others.map((scope) => openIn(scope, staff, now, deps)));
  return others.flatMap((scope, index) => {
    const count = counted[index];
    return count && count.count > 0 ? [{ scope, count }] : [];
  });
}

async function openIn(scope: Scope, staff: Staff, now: Instant, deps: ListCasesDeps): Promise<Count | undefined> {
  const list = await visibleList({ scope, group: 'open' }, staff, now, deps);
  return list.kind === 'shown' ? tallied(await survey(list.value, deps), list.value).counts.open : undefined;
}
