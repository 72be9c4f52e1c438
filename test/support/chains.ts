import { sha256 } from '../../adapters/digest.ts';
import { BEGINNING, linked, type StoredEvent } from '../../domain/audit/chain.ts';
import type { KnownHead } from '../../domain/audit/verify-record.ts';

export type LinkedEvent = StoredEvent & { readonly prev: string; readonly hash: string };

/** A case with so many events, as they lie in the table. */
export function chainOf(caseId: string, length: number): LinkedEvent[] {
  const events = Array.from({ length }, (_, index) => ({
    caseId,
    seq: index + 1,
    type: index === 0 ? 'registered' : 'reported',
    at: `2026-11-26T0${index % 10}:00:00.000Z`,
    actor: { kind: 'staff', organ: 'county', sub: 'u-1', name: '周测试' },
    findings: `第${index}次现场核查，企业已停产。`,
    started: [],
  }));
  return linked(events, BEGINNING, sha256);
}

/** What is known of a case by its last event. */
export const headOf = (events: readonly LinkedEvent[]): KnownHead => {
  const { caseId, seq, hash } = events.at(-1)!;
  return { case: sha256(caseId), seq, hash };
};
