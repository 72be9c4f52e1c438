import { verifyRecord } from '../../domain/audit/verify-record.ts';
import { addMonths, dayOf, type Instant } from '../../domain/calendar/day.ts';
import { type Case, isOpen } from '../../domain/case/case.ts';
import { type HandlingCaseDeps, handlingCaseOf, isOrphan, type Received } from './handling-case.ts';
import type { VerifyChainsDeps } from './verify-chains.ts';

/**
 * How it stands with a complaint: `due` to be erased, `kept` until its day, still `open`, due because an erasure took
 * what it follows and left it behind (`orphan`), or no case has it (`none`).
 */
export const STANDINGS = ['due', 'orphan', 'kept', 'open', 'none'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Retained {
  readonly receipt: string;
  readonly receivedAt: Instant;
  readonly standing: Standing;
  /** The case that has its matter now; none is known of an orphan. */
  readonly caseId: string | undefined;
  /** What it is more to. */
  readonly follows: string | undefined;
}

export interface RetentionDeps extends HandlingCaseDeps {
  /** Every complaint of the vault. */
  readonly all: () => AsyncIterable<Received>;
  /** 保管年限, from the last thing that happened in the case. */
  readonly years: number;
}

/** 保管期限: how it stands with every complaint of the vault. Reads, and changes nothing. */
export async function* retained(now: Instant, deps: RetentionDeps): AsyncGenerator<Retained> {
  for await (const received of deps.all()) yield await retainedOne(received, now, deps);
}

/** What is due, the latest first: what follows another complaint is found by that, as long as it is there. */
export async function dueToErase(now: Instant, deps: RetentionDeps): Promise<readonly Retained[]> {
  const all = await Array.fromAsync(retained(now, deps));
  const due = all.filter(({ standing }) => standing === 'due' || standing === 'orphan');
  return due.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
}

/** What a complaint follows, and what that follows: this stays while the complaint is there, which is found by it. */
export function followedBy(receipt: string, due: readonly Retained[]): readonly string[] {
  const follows = new Map(due.map((one) => [one.receipt, one.follows]));
  const found = new Set<string>();
  let next = follows.get(receipt);
  while (next !== undefined && !found.has(next)) {
    found.add(next);
    next = follows.get(next);
  }
  return [...found];
}

/** How it stands with one. Whatever its case was joined to must have ended as well, and is what the years count from. */
async function retainedOne(received: Received, now: Instant, deps: RetentionDeps): Promise<Retained> {
  const { receipt, receivedAt, follows } = received;
  const one = { receipt, receivedAt, follows: follows?.to };
  const own = await handlingCaseOf(receipt, deps);
  const last = own && (await lastInLine(own, deps));
  if (last) return { ...one, standing: await standingOf(last, now, deps), caseId: last.id };
  const isLeft = isOver(receivedAt, now, deps) && (await isOrphan(receipt, deps));
  return { ...one, standing: isLeft ? 'orphan' : 'none', caseId: undefined };
}

async function standingOf(state: Case, now: Instant, deps: RetentionDeps): Promise<Standing> {
  if (isOpen(state)) return 'open';
  const { at = now } = (await deps.cases.events(state.id)).at(-1) ?? {};
  return isOver(at, now, deps) ? 'due' : 'kept';
}

const isOver = (since: Instant, now: Instant, { years }: Pick<RetentionDeps, 'years'>): boolean =>
  addMonths(dayOf(since), 12 * years) < dayOf(now);

/** The case that has the matter now. Undefined where a line of joined cases leads to none. */
async function lastInLine(state: Case, { cases }: Pick<RetentionDeps, 'cases'>): Promise<Case | undefined> {
  let last: Case | undefined = state;
  while (last?.joinedTo !== undefined) last = await cases.load(last.joinedTo);
  return last;
}

export interface EraseDeps {
  /** Removes every file that came with a complaint, all versions, and says how many; throws where one is locked. */
  readonly removeFiles: (receipt: string) => Promise<number>;
  /** Removes the item of the vault: words, contact, query code. Done before, it changes nothing. */
  readonly removeComplaint: (receipt: string) => Promise<void>;
  /** Writes down what is about to be erased. Where that fails, its words stay. */
  readonly prove: (erasing: Erased) => void;
  readonly storedEvents: VerifyChainsDeps['events'];
  readonly sha256: VerifyChainsDeps['sha256'];
}

/** 删除证明: what is erased, and that the record of the case holds without it. No word of anybody. */
export interface Erased {
  readonly receipt: string;
  /** None is known of an orphan. */
  readonly caseId: string | undefined;
  readonly files: number;
  /** The last hash of the case's record; undefined where the record does not hold, or there is no case. */
  readonly head: string | undefined;
}

/** It is erased, and what must hold without it could not be read afterwards. */
export class ErasedUnverified extends Error {
  override readonly name = 'ErasedUnverified';
}

/**
 * Erases a complaint from the vault: files first, so that an interrupted run finds it again. Its case, events and
 * ledgers stay: nothing of the words was ever in them, so their hashes hold. That is read and proved before, and read
 * once more afterwards; throws `ErasedUnverified` where only the latter fails.
 */
export async function eraseComplaint(
  { receipt, caseId }: Pick<Retained, 'receipt' | 'caseId'>,
  deps: EraseDeps,
): Promise<Erased> {
  const before = await headOf(caseId, deps);
  const files = await deps.removeFiles(receipt);
  deps.prove({ receipt, caseId, files, head: before });
  await deps.removeComplaint(receipt);
  try {
    return { receipt, caseId, files, head: await headOf(caseId, deps) };
  } catch (cause) {
    throw new ErasedUnverified((cause as Error).name, { cause });
  }
}

async function headOf(caseId: string | undefined, { storedEvents, sha256 }: EraseDeps): Promise<string | undefined> {
  if (caseId === undefined) return undefined;
  const [record] = verifyRecord(await storedEvents(caseId), [], sha256);
  return record && 'hashes' in record ? record.hashes.at(-1) : undefined;
}
