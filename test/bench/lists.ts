import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoLists } from '../../adapters/dynamodb/cases/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/cases/seen-cases.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { GROUP_NAMES } from '../../domain/lists/groups.ts';
import { listCases } from '../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../usecases/staff/list-query.ts';
import { staffOf } from '../support/rules.ts';
import { rules } from '../support/world.ts';
import { NOW } from './open-cases.ts';
import type { BenchTables } from './tables.ts';

/** Nine tabs of the whole province, and one that is filtered: what a page of each costs, counts of all tabs included. */
export const ROLL_UPS: readonly ListQuery[] = [
  ...GROUP_NAMES.map((group): ListQuery => ({ scope: 'province', group })),
  { scope: 'province', group: 'open', filters: { status: 'registered' } },
];

export const WORKLIST: readonly ListQuery[] = [{ scope: 'organ', group: 'open' }];

/** What these questions cost when somebody of that organ asks them: read units, and bytes that stay with who answers. */
export async function listsAmong(queries: readonly ListQuery[], organ: string, { client, cases, costs }: BenchTables) {
  const deps = {
    ...{ lists: dynamoLists(client, cases, AS_WRITTEN), seen: dynamoSeenCases(client, cases) },
    ...{ cases: dynamoCaseStore(client, cases, AS_WRITTEN), context: rules(), waysOf: () => [] },
  };
  costs.length = 0;
  for (const query of queries) {
    const shown = await listCases(query, staffOf(organ), NOW, deps);
    if (shown.kind !== 'shown') throw new Error(`${organ} is not shown ${JSON.stringify(query)}: ${shown.kind}`);
  }
  return costs.reduce((sum, { units }) => sum + units, 0);
}
