import * as z from 'zod';
import { addDays, type Day, dayOf } from '../calendar/day.ts';
import { canonical } from './canonical.ts';
import { BEGINNING, type Sha256, type StoredEvent } from './chain.ts';
import { leafHash, rootOf } from './merkle.ts';
import type { KnownHead } from './verify-record.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, lower case');

/** 链头 of a case, which is named by the hash of its id. */
export const HeadLine = z.strictObject({ case: Hash, head: Hash, seq: z.int().min(1) });

/** 封存: what stands for all entries of a day, and for all days before. */
export const SealLine = z.strictObject({
  day: z.iso.date(),
  /** How many entries the day has. */
  entries: z.int().min(0),
  /** Hash of the seal before; 64 zeros for the first. */
  previous: Hash,
  root: Hash,
});

export type Seal = Readonly<z.infer<typeof SealLine>>;

/** 登记总账 of a day: its seal, and its entries in canonical form, sorted. None of them names a case or a receipt. */
export interface Ledger {
  readonly seal: Seal;
  readonly entries: readonly string[];
}

/** What is entered of an event: the head that it makes of its case, or a receipt that it brought. */
export type Entry =
  | { readonly receipt: string }
  | { readonly caseId: string; readonly seq: number; readonly hash: string };

/**
 * How long an entry may come late: an event waits a day in the stream, and fourteen among the dead letters of
 * relay-events.
 */
const LATE_DAYS = 15;

/** The days whose entries a ledger looks through, the earliest first. */
export const daysOfLedger = (day: Day): readonly Day[] =>
  Array.from({ length: LATE_DAYS + 1 }, (_, back) => addDays(day, back - LATE_DAYS));

/** The days in whose ledgers an entry of that day can stand, the likeliest first. */
export const daysWithEntriesOf = (day: Day): readonly Day[] =>
  Array.from({ length: LATE_DAYS + 1 }, (_, later) => addDays(day, later));

export const knownHeadOf = ({ head, ...rest }: z.infer<typeof HeadLine>): KnownHead => ({ ...rest, hash: head });

export function entryLine(entry: Entry, sha256: Sha256): string {
  if ('receipt' in entry) return canonical({ receipt: sha256(entry.receipt) });
  return canonical({ case: sha256(entry.caseId), head: entry.hash, seq: entry.seq });
}

/** The hash by which a seal is known: the one thing that has to be kept elsewhere. */
export const sealHash = (seal: Seal, sha256: Sha256): string => sha256(canonical(seal));

/** The ledger of a day; `before` are the earlier ones, in order: what stands there is not entered again. */
export function ledgerOf(day: Day, found: readonly string[], before: readonly Ledger[], sha256: Sha256): Ledger {
  const known = new Set(before.flatMap(({ entries }) => entries));
  const entries = [...new Set(found)].filter((line) => !known.has(line)).toSorted();
  const last = before.at(-1);
  const previous = last ? sealHash(last.seal, sha256) : BEGINNING;
  return { seal: { day, entries: entries.length, previous, root: rootBelow(entries, sha256) }, entries };
}

/** What is wrong with ledgers that are said to follow each other: the first that is, and how. */
export function faultInLedgers(
  ledgers: readonly Ledger[],
  sha256: Sha256,
): { readonly day: Day; readonly fault: 'entries' | 'order' } | undefined {
  for (const [index, { seal, entries }] of ledgers.entries()) {
    const { day, root } = seal;
    if (entries.length !== seal.entries || rootBelow(entries, sha256) !== root) return { day, fault: 'entries' };
    const before = ledgers[index - 1];
    if (before && seal.previous !== sealHash(before.seal, sha256)) return { day, fault: 'order' };
  }
  return undefined;
}

export const leavesOf = (entries: readonly string[], sha256: Sha256): readonly string[] =>
  entries.map((line) => leafHash(line, sha256));

const rootBelow = (entries: readonly string[], sha256: Sha256): string => rootOf(leavesOf(entries, sha256), sha256);

/** The heads that a ledger knows. */
export const headsIn = ({ entries }: Pick<Ledger, 'entries'>): readonly KnownHead[] =>
  entries.flatMap((line) => {
    const head = HeadLine.safeParse(JSON.parse(line)).data;
    return head ? knownHeadOf(head) : [];
  });

/** What an event says of a complaint that came in. */
export interface Bringing {
  readonly type: string;
  readonly caseId: string;
  readonly at: string;
  readonly receipt?: unknown;
  readonly partOf?: unknown;
}

/** The receipt that an event brought; undefined where it brought none, as a part does: its whole was counted. */
function receiptIn({ type, caseId, receipt, partOf }: Bringing): string | undefined {
  if (type === 'registered') return partOf === undefined ? caseId : undefined;
  return type === 'followed-up' && typeof receipt === 'string' ? receipt : undefined;
}

/** What is entered of an event. One that a release without hashes wrote makes no head: the next one vouches for it. */
export function entriesIn(event: Bringing & StoredEvent): readonly Entry[] {
  const { caseId, seq, hash } = event;
  const receipt = receiptIn(event);
  return [...(hash === undefined ? [] : [{ caseId, seq, hash }]), ...(receipt === undefined ? [] : [{ receipt }])];
}

/** 漏计: receipts that came in on a day of these ledgers, by the events, and stand in none of them. */
export function uncountedIn(
  events: readonly Bringing[],
  ledgers: readonly Ledger[],
  sha256: Sha256,
): readonly string[] {
  const days = new Set(ledgers.map(({ seal }) => seal.day));
  const lines = new Set(ledgers.flatMap(({ entries }) => entries));
  return events
    .filter(({ at }) => days.has(dayOf(at)))
    .flatMap((event) => receiptIn(event) ?? [])
    .filter((receipt) => !lines.has(entryLine({ receipt }, sha256)));
}
