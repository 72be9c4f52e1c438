import { canonical } from './canonical.ts';

/** SHA-256 as lower-case hexadecimal; of a text, of its UTF-8. */
export type Sha256 = (data: string | Uint8Array) => string;

/** An event as it lies in the table, without its keys: whatever release wrote it, and whether it is known here or not. */
export interface StoredEvent {
  readonly caseId: string;
  /** 1 for the first event of its case. */
  readonly seq: number;
  /** Hash of the event before it. Events of the releases before 2027-01 have neither. */
  readonly prev?: string | undefined;
  readonly hash?: string | undefined;
}

/** 链头: the last event of a case that was linked. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What the first event of a case follows. */
export const BEGINNING = '0'.repeat(64);

/** Hash of an event that follows `prev`: of all it says, and of `prev`. What it says of its own links does not count. */
export function hashOf(event: StoredEvent, prev: string, sha256: Sha256): string {
  const { hash, ...said } = event;
  return sha256(canonical({ ...said, prev }));
}

/** New events, in order, each linked to the one before; `prev` is the hash of what they follow. */
export function linked<Event extends StoredEvent>(
  events: readonly Event[],
  prev: string,
  sha256: Sha256,
): (Event & { readonly prev: string; readonly hash: string })[] {
  let last = prev;
  return events.map((event) => {
    const link = { prev: last, hash: hashOf(event, last, sha256) };
    last = link.hash;
    return { ...event, ...link };
  });
}

/** Hash of the last of these events, which are all of their case in order; those without a hash count like the others. */
export const lastHashOf = (events: readonly StoredEvent[], sha256: Sha256): string =>
  events.reduce((prev, event) => hashOf(event, prev, sha256), BEGINNING);
