import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { FireTimersDeps } from '../../usecases/cases/fire-timers.ts';
import type { RecomputeDeps } from '../../usecases/operations/recompute-deadlines.ts';
import type { StaffDeskDeps } from '../../usecases/staff/staff-desk.ts';

/** A case store with its due index that forgets everything when the process ends. For tests. */
export function memoryCaseStore(): StaffDeskDeps['cases'] &
  RecomputeDeps['cases'] & {
    readonly due: FireTimersDeps['due'];
    all(): readonly Case[];
  } {
  const cases = new Map<string, Case>();
  const events: CaseEvent[] = [];
  const timers = new Map<string, string>();
  const inOrder = () => [...timers].toSorted(([, one], [, other]) => one.localeCompare(other));
  const setTimer = (caseId: string, at: string | undefined) =>
    at === undefined ? timers.delete(caseId) : timers.set(caseId, at);
  return {
    load: async (caseId) => cases.get(caseId),
    async commit({ state, events: added, nextTimerAt }) {
      if ((cases.get(state.id)?.version ?? 0) !== added[0]!.seq - 1) return 'conflict';
      cases.set(state.id, state);
      events.push(...added);
      setTimer(state.id, nextTimerAt);
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
    async reschedule({ id, version }, nextTimerAt) {
      if (cases.get(id)?.version === version) setTimer(id, nextTimerAt);
    },
    all: () => [...cases.values()],
    events: async (caseId) => events.filter((event) => event.caseId === caseId),
  };
}
