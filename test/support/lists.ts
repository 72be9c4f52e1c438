import { memoryBatches } from '../../adapters/memory/batches.ts';
import type { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryLists, memorySeenCases } from '../../adapters/memory/lists.ts';

/** The lists of the cases in memory, who has seen which, and what was done in batches. */
export const listsOfCases = ({ listings }: Pick<ReturnType<typeof memoryCaseStore>, 'listings'>) => ({
  lists: memoryLists(listings),
  seen: memorySeenCases(),
  batches: memoryBatches(),
});
