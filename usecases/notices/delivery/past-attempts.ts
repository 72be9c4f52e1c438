import type { Attempt } from '../../../domain/notices/delivery/attempt.ts';
import type { HandOver } from '../../../domain/notices/delivery/hand-over.ts';
import type { Address } from '../../../domain/notices/notice.ts';
import { recipientOf, sameAddress } from './recipient.ts';

/** What stands of an attempt before anything is handed over: should nothing be kept of it, nothing went. */
export const BEGUN = { result: 'unknown', reason: 'begun' } as const;

/** What a notice was tried at so far. */
export interface PastAttempts {
  readonly attempts: readonly Attempt[];
  readonly kept: readonly HandOver[];
}

/** The attempts as far as they can have sent anything: one that died before its letter was kept sent nothing. */
export function asFarAsKept({ attempts, kept }: PastAttempts): Attempt[] {
  return attempts.map((attempt, number) => {
    const isKept = kept.some((one) => one.number === number);
    return attempt.reason === BEGUN.reason && !isKept ? { ...attempt, result: 'busy', reason: 'interrupted' } : attempt;
  });
}

/**
 * Which attempt was at which of these addresses: undefined where none was. The roster may have changed since, and the
 * address of an attempt be nobody's any more. Where nothing is kept, an attempt is known by whom it was for.
 */
export function attemptNumbersOf(
  addresses: readonly Address[],
  { attempts, kept }: PastAttempts,
): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const keptAt = (number: number) => kept.find((one) => one.number === number)?.to;
  const isOf = (address: Address, number: number): boolean => {
    const to = keptAt(number);
    const { recipient, transport } = recipientOf(address);
    const { [number]: attempt } = attempts;
    return to ? sameAddress(to, address) : attempt?.recipient === recipient && attempt.transport === transport;
  };
  return addresses.map((address) => {
    const number = attempts.findIndex((_, at) => !taken.has(at) && isOf(address, at));
    if (number < 0) return undefined;
    taken.add(number);
    return number;
  });
}
