import type { Range } from '../../domain/lists/groups.ts';
import type { Row } from '../../domain/lists/row.ts';
import type { KeptList } from '../../domain/lists/scopes.ts';

/** A case at its place in a list. */
export interface Entry {
  readonly at: string;
  readonly row: Row;
}

export interface KeptLists {
  /**
   * The cases of a list at places after the one and before the other, in order, as many as one read gives, and no more
   * than `most` of them; `next` is the place after which there may be more.
   */
  read(
    list: KeptList,
    after: string,
    until: string,
    most?: number,
  ): Promise<{ readonly entries: readonly Entry[]; readonly next?: string | undefined }>;
}

/** The same lists, each read of which gives so many cases at most: what it costs does not grow with the list. */
export const inReadsOf = (most: number, lists: KeptLists): KeptLists => ({
  read: (list, after, until) => lists.read(list, after, until, most),
});

export interface Walk {
  readonly entries: readonly Entry[];
  /** All before this place were looked at. */
  readonly reached: string;
}

/**
 * Goes through some lists as if they were one, as long as `goesOn` says so, and keeps those that are wanted. A case in
 * several lists comes once.
 */
export async function walkLists(
  lists: readonly KeptList[],
  [from, until]: Range,
  isWanted: (entry: Entry) => boolean,
  goesOn: (kept: number, steps: number) => boolean,
  kept: KeptLists,
): Promise<Walk> {
  const entries: Entry[] = [];
  let reached = from;
  for (let steps = 0; reached < until && goesOn(entries.length, steps); steps += 1) {
    const step = await stepOn(lists, reached, until, kept);
    entries.push(...step.entries.filter(isWanted));
    reached = step.reached;
  }
  return { entries, reached };
}

async function stepOn(lists: readonly KeptList[], after: string, until: string, kept: KeptLists): Promise<Walk> {
  const pages = await Promise.all(lists.map((list) => kept.read(list, after, until)));
  const reached = pages.map(({ next = until }) => next).toSorted()[0] ?? until;
  const found = pages.flatMap(({ entries }) => entries).filter(({ at }) => at <= reached);
  const byPlace = new Map(found.map((entry) => [entry.at, entry]));
  return { entries: [...byPlace.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1)), reached };
}
