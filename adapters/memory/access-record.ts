import type { Access } from '../../domain/audit/access.ts';
import { type AccessReader, type AccessRecord, placeOf } from '../../usecases/audit/access-record.ts';

/** 查阅记录 that is forgotten when the process ends. For tests. */
export function memoryAccessRecord(): AccessRecord & AccessReader & { all(): readonly Access[] } {
  const entries: Access[] = [];
  return {
    all: () => entries,
    put: async (access) => void entries.push(access),
    async *of(whose, from, before) {
      const isAsked = (one: Access) => ('sub' in whose ? one.sub === whose.sub : one.caseId === whose.caseId);
      const found = entries.filter((one) => isAsked(one) && placeOf(one) >= from && placeOf(one) < before);
      yield* found.toSorted((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
    },
  };
}
