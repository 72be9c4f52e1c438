import { verifyRecord } from '../../domain/audit/verify-record.ts';
import { addMonths, dayOf, type Instant } from '../../domain/calendar/day.ts';
import { type Case, isOpen } from '../../domain/case/case.ts';
import { type HandlingCaseDeps, handlingCaseOf, type Received } from './handling-case.ts';
import type { VerifyChainsDeps } from './verify-chains.ts';

/** How it stands with a complaint: `due` to be erased, `kept` until its day, still `open`, or no case has it (`none`). */
export const STANDINGS = ['due', 'kept', 'open', 'none'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Retained {
  readonly receipt: string;
  readonly receivedAt: Instant;
  readonly standing: Standing;
  /** The case that has its matter now. */
  readonly caseId: string | undefined;
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
  const due = all.filter(({ standing }) => standing === 'due');
  return due.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
}

/** How it stands with one. Whatever its case was joined to must have ended as well, and is what the years count from. */
async function retainedOne({ receipt, receivedAt }: Received, now: Instant, deps: RetentionDeps): Promise<Retained> {
  const own = await handlingCaseOf(receipt, deps);
  const last = own && (await lastInLine(own, deps));
  if (!last) return { receipt, receivedAt, standing: 'none', caseId: undefined };
  return { receipt, receivedAt, standing: await standingOf(last, now, deps), caseId: last.id };
}

async function standingOf(state: Case, now: Instant, { cases, years }: RetentionDeps): Promise<Standing> {
  if (isOpen(state)) return 'open';
  const { at = now } = (await cases.events(state.id)).at(-1) ?? {};
  return addMonths(dayOf(at), 12 * years) < dayOf(now) ? 'due' : 'kept';
}

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
  readonly storedEvents: VerifyChainsDeps['events'];
  readonly sha256: VerifyChainsDeps['sha256'];
}

/** 删除证明: what was erased, and that the record of the case holds without it. No word of anybody. */
export interface Erased {
  readonly receipt: string;
  readonly caseId: string;
  readonly files: number;
  /** The last hash of the case's record, read after the erasure; undefined where the record does not hold. */
  readonly head: string | undefined;
}

/**
 * Erases a complaint from the vault: files first, so that an interrupted run finds it again. Its case, events and
 * ledgers stay: nothing of the words was ever in them, so their hashes hold.
 */
export async function eraseComplaint(receipt: string, caseId: string, deps: EraseDeps): Promise<Erased> {
  const files = await deps.removeFiles(receipt);
  await deps.removeComplaint(receipt);
  const [record] = verifyRecord(await deps.storedEvents(caseId), [], deps.sha256);
  const head = record && 'hashes' in record ? record.hashes.at(-1) : undefined;
  return { receipt, caseId, files, head };
}
