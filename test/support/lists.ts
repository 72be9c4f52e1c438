import type { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryLists, memorySeenCases } from '../../adapters/memory/lists.ts';

/** The lists of the cases in memory, and who has seen which. */
export const listsOfCases = ({ listings }: Pick<ReturnType<typeof memoryCaseStore>, 'listings'>) => ({
  lists: memoryLists(listings),
  seen: memorySeenCases(),
});
