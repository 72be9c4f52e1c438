import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '../../domain/audit/chain.ts';
import type { Case } from '../../domain/case/case.ts';
import { inIdsOfToday } from '../../domain/ids-of-today.ts';
import type { Listing } from '../../domain/lists/listing.ts';
import type { Roster } from '../../domain/organs.ts';
import type { StoredCases } from '../../usecases/cases/command-case.ts';
import type { FireTimersDeps } from '../../usecases/cases/fire-timers.ts';
import type { RecomputeDeps } from '../../usecases/operations/recompute-deadlines.ts';
import { attributesOf, caseOf } from '../dynamodb/cases/case-items.ts';
import { eventOf } from '../dynamodb/cases/event-items.ts';
import { linkedCommit } from '../linked-commit.ts';

/**
 * A case store with its due index that forgets everything when the process ends. For tests: it writes and parses as the
 * real one does.
 */
export function memoryCaseStore(roster: Pick<Roster, 'organs'> = { organs: new Map() }): StoredCases &
  RecomputeDeps['cases'] & {
    readonly due: FireTimersDeps['due'];
    all(): readonly Case[];
    loadMany(ids: readonly string[]): Promise<readonly Case[]>;
    /** Where the cases are found. */
    listings(): Iterable<Listing>;
    /** Puts an item as another release would have written it. */
    put(caseId: string, item: object): void;
    putEvent(caseId: string, item: object): void;
    /** Its events as they were written. */
    storedEvents(caseId: string): readonly StoredEvent[];
  } {
  const today = inIdsOfToday(roster);
  const cases = new Map<string, string>();
  const events = new Map<string, string[]>();
  const load = (caseId: string): Case | undefined => {
    const text = cases.get(caseId);
    return text === undefined ? undefined : today(caseOf(JSON.parse(text)));
  };
  const timers = new Map<string, string>();
  const listings = new Map<string, Listing>();
  const put = (caseId: string, item: object) => void cases.set(caseId, JSON.stringify(item));
  const textsOf = (caseId: string): readonly string[] => events.get(caseId) ?? [];
  const putEvent = (caseId: string, item: object) =>
    void events.set(caseId, [...textsOf(caseId), JSON.stringify(item)]);
  const storedEvents = (caseId: string): readonly StoredEvent[] => textsOf(caseId).map((text) => JSON.parse(text));
  const inOrder = () => [...timers].toSorted(([, one], [, other]) => one.localeCompare(other));
  const setTimer = (caseId: string, at: string | undefined) =>
    at === undefined ? timers.delete(caseId) : timers.set(caseId, at);
  return {
    load: async (caseId) => load(caseId),
    async commit(commit) {
      const { state, events: added } = await linkedCommit(commit, async (caseId) => storedEvents(caseId));
      if ((load(state.id)?.version ?? 0) !== added[0]!.seq - 1) return 'conflict';
      put(state.id, attributesOf(state));
      for (const event of added) putEvent(state.id, event);
      setTimer(state.id, commit.nextTimerAt);
      listings.set(state.id, commit.listing);
      return 'committed';
    },
    due: {
      dueBy: async (now, limit) =>
        inOrder()
          .filter(([, at]) => at <= now)
          .slice(0, limit)
          .map(([caseId]) => caseId),
      earliest: async () => inOrder()[0]?.[1],
      putOff: async (caseId, until) => void timers.set(caseId, until),
    },
    async reschedule({ state: { id, version }, nextTimerAt, listing }) {
      if (load(id)?.version !== version) return;
      setTimer(id, nextTimerAt);
      listings.set(id, listing);
    },
    isFiledAs: async ({ state: { id }, nextTimerAt, listing }) =>
      timers.get(id) === nextTimerAt && isDeepStrictEqual(listings.get(id), listing),
    loadMany: async (ids) => ids.flatMap((id) => load(id) ?? []),
    listings: () => listings.values(),
    all: () => [...cases.keys()].map((caseId) => load(caseId)!),
    events: async (caseId) => storedEvents(caseId).map((event) => today(eventOf(event))),
    storedEvents,
    put,
    putEvent,
  };
}
