import { BEGINNING, lastHashOf, linked, type StoredEvent } from '../domain/audit/chain.ts';
import type { Commit } from '../usecases/cases/command-case.ts';
import { sha256 } from './digest.ts';
import { attributesOfEvent } from './dynamodb/cases/event-items.ts';

/**
 * A change as it is stored: its events linked to those before, and the case with the hash of the last. `storedEvents`
 * is asked only where another release wrote the last events of the case: the link covers those, too. Losing a race to
 * somebody else is the store's to find.
 */
export async function linkedCommit(
  { state, events }: Pick<Commit, 'state' | 'events'>,
  storedEvents: (caseId: string) => Promise<readonly StoredEvent[]>,
): Promise<{ readonly state: Commit['state']; readonly events: readonly StoredEvent[] }> {
  const before = events[0]!.seq - 1;
  const prev = before === 0 ? BEGINNING : await hashAt(before, state, storedEvents);
  const links = linked(events.map(attributesOfEvent), prev, sha256);
  const { seq, hash } = links.at(-1)!;
  return { state: { ...state, head: { seq, hash } }, events: links };
}

async function hashAt(
  seq: number,
  { id, head }: Commit['state'],
  storedEvents: (caseId: string) => Promise<readonly StoredEvent[]>,
): Promise<string> {
  return head?.seq === seq ? head.hash : lastHashOf(await storedEvents(id), sha256);
}
