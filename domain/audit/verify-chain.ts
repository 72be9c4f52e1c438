import { BEGINNING, type Head, hashOf, type Sha256, type StoredEvent } from './chain.ts';

/** The first thing that is wrong with the record of a case. */
export interface BrokenChain {
  readonly caseId: string;
  /** Number of the event that is wrong, or that should be there. */
  readonly seq: number;
  /**
   * `missing`: there is no such event, but it is known that there was; `changed`: it does not say what it said; `moved`:
   * it was written after another event than the one before it; `unlinked`: it bears no hash, although earlier ones do,
   * and no later one vouches for it; `rewritten`: the record agrees with itself, but not with what was known of it.
   */
  readonly fault: 'missing' | 'changed' | 'moved' | 'unlinked' | 'rewritten';
}

/** A record that holds. */
export interface WholeChain {
  readonly caseId: string;
  /** Hash of each event, the first first. */
  readonly hashes: readonly string[];
}

/**
 * Checks all events that are said to be of a case, in the order of their numbers, and that what was known of it at other
 * times (`heads`) is still so. Names the first that is wrong.
 */
export function verifyChain(
  caseId: string,
  events: readonly StoredEvent[],
  heads: readonly Head[],
  sha256: Sha256,
): BrokenChain | WholeChain {
  const hashes: string[] = [];
  let isLinked = false;
  /** The first of the events without a hash for which none has vouched yet. */
  let unvouched: number | undefined;
  for (const event of events) {
    const seq = hashes.length + 1;
    const last = hashes.at(-1) ?? BEGINNING;
    const fault = misplaced(event, caseId, seq) ?? faultOf(event, last, sha256);
    if (fault) return { caseId, seq: fault === 'moved' ? (unvouched ?? seq) : seq, fault };
    hashes.push(hashOf(event, last, sha256));
    isLinked ||= event.hash !== undefined;
    unvouched = event.hash === undefined ? (unvouched ?? seq) : undefined;
  }
  if (isLinked && unvouched !== undefined) return { caseId, seq: unvouched, fault: 'unlinked' };
  return againstHeads(caseId, hashes, heads) ?? { caseId, hashes };
}

function misplaced(event: StoredEvent, caseId: string, seq: number): BrokenChain['fault'] | undefined {
  if (event.caseId !== caseId || event.seq < seq) return 'moved';
  return event.seq > seq ? 'missing' : undefined;
}

/** An event that agrees with itself but not with the one before stands in the wrong place. */
function faultOf(event: StoredEvent, before: string, sha256: Sha256): BrokenChain['fault'] | undefined {
  const { prev, hash } = event;
  if (prev === undefined && hash === undefined) return undefined;
  if (prev === undefined || hash !== hashOf(event, prev, sha256)) return 'changed';
  return prev === before ? undefined : 'moved';
}

/** Where a head is of an earlier day, events may have come since; none may be gone, and none be another. */
function againstHeads(caseId: string, hashes: readonly string[], heads: readonly Head[]): BrokenChain | undefined {
  const inOrder = heads.toSorted((one, other) => one.seq - other.seq);
  const other = inOrder.find(({ seq, hash }) => seq <= hashes.length && hashes[seq - 1] !== hash);
  if (other) return { caseId, seq: other.seq, fault: 'rewritten' };
  const isShort = inOrder.some(({ seq }) => seq > hashes.length);
  return isShort ? { caseId, seq: hashes.length + 1, fault: 'missing' } : undefined;
}
