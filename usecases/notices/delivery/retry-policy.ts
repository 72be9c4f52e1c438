import { addHours, type Instant } from '../../../domain/calendar/day.ts';
import { type Attempt, isInDoubt, isUnspent } from '../../../domain/notices/delivery/attempt.ts';
import { HOURS_TO_END } from '../../../domain/notices/delivery/delivery-state.ts';
import { importanceOf } from '../../../domain/notices/importance.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Waiting } from './delivery.ts';

const MINUTE_MS = 60_000;

/**
 * So long a notice waits for a busy transport before it goes on to the next address. An urgent one does not wait for
 * that.
 */
const PATIENCE_MS = 30 * MINUTE_MS;
/** So long a single address is left alone that takes no more for now: the first time, and at most. */
const LATER_MS = { first: 15 * MINUTE_MS, most: 240 * MINUTE_MS };
/** An acknowledgement of which nobody knows whether it went: mail programs fold two letters of one Message-ID. */
const MOST_TRIES_OF_ACKNOWLEDGEMENT = 2;

/**
 * When a call to a partner's system is made again, in minutes since the one before: as Standard Webhooks has it, some
 * three days, where the province says nothing else. Its id makes it harmless where nobody knows whether it arrived.
 */
const CALL_AGAIN: readonly number[] = [1, 5, 30, 120, 300, 600, 840, 1_200, 1_440];

/** What became of each address of a notice: undefined where it was not tried. */
type Course = readonly (Attempt | undefined)[];

/** Whether this address may be tried again now: nothing was sent there, and it is not left alone for a while. */
export function mayGoAgain(attempt: Attempt, notice: Notice, now: Instant, callAgain = CALL_AGAIN): boolean {
  return isOpen(attempt, notice, callAgain) && opensAt(attempt, now, callAgain) <= now;
}

/**
 * Whether the rest of the addresses is to wait: one before them is busy, which passes within minutes, and may still
 * take it; or nobody knows whether it went there, and the provider is asked. What is urgent does not wait for that, nor
 * what has its hour.
 */
export function isHeldBack(before: Course, notice: Notice, since: Instant, now: Instant): boolean {
  const isDoubtful = !isImpatient(notice) && before.some((attempt) => attempt && isInDoubt(attempt));
  return isDoubtful || (before.some((attempt) => attempt?.result === 'busy') && now < widensAt(notice, since));
}

/** For what a notice waits that nobody took; undefined when all its addresses are spent. */
export function waitingFor(
  course: Course,
  notice: Notice,
  since: Instant,
  now: Instant,
  callAgain = CALL_AGAIN,
): Waiting | undefined {
  const open = course.flatMap((attempt) =>
    attempt && (isInDoubt(attempt) || isOpen(attempt, notice, callAgain)) ? attempt : [],
  );
  const isHeld = course.includes(undefined);
  if (open.length === 0 && !isHeld) return undefined;
  const widens = isHeld ? widensAt(notice, since) : undefined;
  const opens = open.map((attempt) => opensAt(attempt, now, callAgain));
  const until = [...opens, widens].filter((at) => at !== undefined).toSorted()[0] ?? now;
  return { importance: importanceOf(notice), since, until, widensAt: widens };
}

/** Whether a notice has waited as long as any may; calls to a partner's system have a schedule of their own. */
export const hasExpired = ({ addresses }: Pick<Notice, 'addresses'>, since: Instant, now: Instant): boolean =>
  addHours(since, HOURS_TO_END) <= now && !addresses.some(({ transport }) => transport === 'callback');

/** What became of a notice whose addresses are spent. */
export function outcomeOf(attempts: readonly Attempt[]): 'failed' | 'uncertain' | 'no-address' {
  if (attempts.some(({ result }) => result === 'unknown')) return 'uncertain';
  return attempts.every(({ result }) => result === 'no-address') ? 'no-address' : 'failed';
}

function isOpen(attempt: Attempt, { kind }: Notice, callAgain: readonly number[]): boolean {
  const { result, tries = 1 } = attempt;
  if (isCallAgain(attempt)) return tries <= callAgain.length;
  if (isUnspent(attempt)) return true;
  const isRepeatable = kind === 'acknowledgement' && attempt.transport === 'email' && result === 'unknown';
  return isRepeatable && tries < MOST_TRIES_OF_ACKNOWLEDGEMENT;
}

const isCallAgain = ({ transport, result }: Attempt): boolean =>
  transport === 'callback' && (result === 'later' || result === 'unknown');

function opensAt(attempt: Attempt, now: Instant, callAgain: readonly number[]): Instant {
  const { result, at, until, tries = 1 } = attempt;
  if (isInDoubt(attempt)) return after(now, MINUTE_MS);
  if (until !== undefined) return until;
  if (isCallAgain(attempt) && at !== undefined) return after(at, callAgain[tries - 1]! * MINUTE_MS);
  if (result !== 'later' || at === undefined) return now;
  return after(at, Math.min(LATER_MS.first * 2 ** (tries - 1), LATER_MS.most));
}

const isImpatient = (notice: Notice): boolean => importanceOf(notice) === 'urgent' || notice.wait === 'hour';

/** When it goes on to the next address, though one before it may still take it. */
export const widensAt = (notice: Notice, since: Instant): Instant =>
  isImpatient(notice) ? since : after(since, PATIENCE_MS);

const after = (at: Instant, milliseconds: number): Instant => new Date(Date.parse(at) + milliseconds).toISOString();
