import type { Instant } from '../../domain/calendar/day.ts';
import { claimsOf, type Report } from '../../domain/notices/staff/incident.ts';
import type { Incidents, KeptGathering } from '../../usecases/notices/digests/incidents.ts';

interface Kept extends KeptGathering {
  readonly dueAt: Instant | undefined;
}

/** Incidents that are forgotten when the process ends. For tests. */
export function memoryIncidents(): Incidents {
  const kept = new Map<string, Kept>();
  const due = () =>
    [...kept.values()]
      .flatMap(({ id, dueAt }) => (dueAt === undefined ? [] : [{ id, dueAt }]))
      .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return {
    since: async (id) => kept.get(id)?.since,
    async file(id, report, until) {
      const { caseId, at } = report;
      const before = kept.get(id) ?? {
        id,
        opener: caseId,
        since: at,
        told: 0,
        version: 0,
        reports: [],
        firsts: new Map(),
      };
      const firsts = new Map([...claimsOf(report).map((sign) => [sign, caseId] as const), ...before.firsts]);
      const reports = [...before.reports.filter((one) => one.caseId !== caseId), report].toSorted(byTime);
      const dueAt = ('dueAt' in before ? before.dueAt : undefined) ?? until;
      kept.set(id, { ...before, firsts, reports, dueAt, version: before.version + 1 });
      return firsts;
    },
    dueBy: async (now) => due().flatMap(({ id, dueAt }) => (dueAt <= now ? [id] : [])),
    earliest: async () => due()[0]?.dueAt,
    read: async (id) => kept.get(id),
    async settle({ id, version }, told) {
      const now = kept.get(id);
      if (now?.version === version) kept.set(id, { ...now, told, dueAt: undefined });
    },
  };
}

const byTime = (one: Report, other: Report): number =>
  `${one.at} ${one.caseId}`.localeCompare(`${other.at} ${other.caseId}`);
