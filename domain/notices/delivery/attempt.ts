import * as z from 'zod';
import { TRANSPORTS } from '../notice.ts';
import { type DeliveryReceipt, DeliveryReceiptSchema, joinedReceipts } from './delivery-receipt.ts';

/** What one transport said of one attempt: see `SendResult`. */
const RESULTS = ['sent', 'refused', 'busy', 'barred', 'later', 'unknown', 'no-address'] as const;

export const AttemptSchema = z.object({
  transport: z.enum(TRANSPORTS),
  /** "organ/role", or "complainant": never the address. */
  recipient: z.string(),
  result: z.enum(RESULTS),
  reason: z.string().optional(),
  /** By which of the transport's providers, where it has several. */
  by: z.string().optional(),
  /** How often it was tried there, and when last. */
  tries: z.int().optional(),
  at: z.iso.datetime().optional(),
  /** Where the transport was not even asked, for it took nothing before: when it may be. */
  until: z.iso.datetime().optional(),
  /** Ids of the other notices that went out in the same letter. */
  with: z.array(z.string()).readonly().optional(),
  /** What was heard of it since. */
  receipt: DeliveryReceiptSchema.optional(),
  /** How often the provider was asked what became of it; missing where it cannot be asked. */
  asked: z.int().optional(),
});

export type Attempt = Readonly<z.infer<typeof AttemptSchema>>;

/** After these the notice was certainly not sent, and may be: the most hopeful first. */
export const UNSPENT = ['busy', 'later', 'barred'] as const satisfies readonly Attempt['result'][];

const UNSPENT_RESULTS: readonly Attempt['result'][] = UNSPENT;

/** Whether the notice was certainly not sent by that attempt, and may be there. */
export const isUnspent = ({ result }: Attempt): boolean => UNSPENT_RESULTS.includes(result);

/** So often, once a minute, a provider is asked before nobody will ever know. */
const MOST_QUESTIONS = 15;

/** 结果不明: nobody knows whether it went, and its provider may still tell. */
export const isInDoubt = ({ result, asked }: Attempt): boolean =>
  result === 'unknown' && asked !== undefined && asked < MOST_QUESTIONS;

/** In the hands of whom it was for: a receipt says so, or the other side is the one that it was for. */
export const isDelivered = ({ result, transport, receipt }: Attempt): boolean =>
  result === 'sent' && (receipt?.kind === 'delivered' || transport === 'callback');

/** Came back, and nobody said why. */
const BOUNCED = 'bounced';

/**
 * The attempt as far as the receipt changes it. One of which nobody knew whether it went is known to have gone now; one
 * that came back is refused, and stays so. What was refused at once was never on its way.
 */
export function heard(attempt: Attempt, receipt: DeliveryReceipt): Attempt {
  if (attempt.result === 'refused' && !attempt.receipt) return attempt;
  const { reason: _, asked: __, ...rest } = attempt;
  const whole = joinedReceipts(attempt.receipt, receipt);
  return whole.kind === 'returned'
    ? { ...rest, result: 'refused', reason: whole.reason ?? BOUNCED, receipt: whole }
    : { ...rest, result: 'sent', receipt: whole };
}
