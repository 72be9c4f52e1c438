import type { Instant } from '../../../domain/calendar/day.ts';
import { type Attempt, heard } from '../../../domain/notices/delivery/attempt.ts';
import type { DeliveryReceipt } from '../../../domain/notices/delivery/delivery-receipt.ts';
import type { Transport } from '../../../domain/notices/notice.ts';

/** A message as it was given to a provider. */
export interface Given {
  /** Under which the provider knows it: of the notice, or of the first of a list. */
  readonly id: string;
  readonly to: string;
  /** Not given before then. */
  readonly at: Instant;
  /** By which of the providers, where that is known. */
  readonly by?: string | undefined;
}

/** What a provider knows of a message. `absent`: it never took it. `silent`: nothing can be told from what it says. */
export type Found =
  | { readonly kind: 'taken'; readonly receipt?: DeliveryReceipt | undefined }
  | { readonly kind: 'absent' }
  | { readonly kind: 'silent' };

/** 查询发送结果: asks a provider what became of a message; sends nothing, and never throws. */
export type Inquire = (message: Given) => Promise<Found>;

/** By transport, where anybody can be asked. */
export type Inquiries = Readonly<Partial<Record<Transport, Inquire | undefined>>>;

/** A provider that has not heard of it so many minutes later never will: what it takes it lists at once. */
const SURE_AFTER = 5;

/** What stands of an attempt that never reached its provider: nothing was sent, it may go again. */
const NEVER_TAKEN = { result: 'busy', reason: 'never reached the provider' } as const;

/** What stands of one that its provider took: from now on it is asked whether it arrived. */
const TAKEN = { result: 'sent', asked: 0 } as const;

/** The attempt after one more question what became of it. */
export async function askedOnce(attempt: Attempt, message: Given, inquire: Inquire): Promise<Attempt> {
  const found = await inquire(message);
  const { asked: before = 0, reason, ...rest } = attempt;
  const asked = before + 1;
  if (found.kind === 'taken') return found.receipt ? heard(attempt, found.receipt) : { ...rest, ...TAKEN };
  if (found.kind === 'absent' && asked >= SURE_AFTER) return { ...rest, ...NEVER_TAKEN };
  return { ...attempt, asked };
}
