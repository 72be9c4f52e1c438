import { type Attempt, isInDoubt } from '../../../domain/notices/delivery/attempt.ts';
import type { Address, Notice } from '../../../domain/notices/notice.ts';
import type { PastAttempts } from '../delivery/past-attempts.ts';
import { addressIn, type ComplainantOf } from '../delivery/recipient.ts';
import { askedOnce, type Inquiries } from '../transports/inquiry.ts';

export interface ResolveUncertainDeps {
  readonly complainantOf: ComplainantOf;
  /** Who can be asked what became of a message of which nobody knows. */
  readonly inquiries?: Inquiries | undefined;
}

/** What is to be sent, and which attempt was at which of its addresses. */
interface Course {
  readonly notice: Notice;
  readonly addresses: readonly Address[];
  readonly numbers: readonly (number | undefined)[];
}

/** The attempts, after each provider was asked once what became of a message of which nobody knows. Sends nothing. */
export async function resolveUncertain(
  { attempts, kept }: PastAttempts,
  { notice, addresses, numbers }: Course,
  { inquiries = {}, complainantOf }: ResolveUncertainDeps,
): Promise<Attempt[]> {
  const cleared = async (attempt: Attempt, number: number): Promise<Attempt> => {
    const address = addresses[numbers.indexOf(number)];
    const { [attempt.transport]: inquire } = inquiries;
    const { at, by } = attempt;
    if (!isInDoubt(attempt) || !address || !inquire || at === undefined) return attempt;
    const to =
      'to' in address ? address.to : addressIn((await complainantOf(address.complaint))?.contact, address.transport);
    if (to === undefined) return attempt;
    const letter = kept.find((one) => one.number === number)?.letter;
    return await askedOnce(attempt, { id: letter ?? notice.id, to, at, by }, inquire);
  };
  return await Promise.all(attempts.map(cleared));
}
