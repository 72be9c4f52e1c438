import * as z from 'zod';

/**
 * 回执: what a transport says of a message after it was handed over. `late`: it is still being tried. `delivered`: it lies
 * in the mailbox, or is on the telephone. `returned`: it reached nobody, and will not.
 */
const KINDS = ['late', 'delivered', 'returned'] as const;

export const DeliveryReceiptSchema = z.object({
  kind: z.enum(KINDS),
  /** When the transport says that it was. */
  at: z.iso.datetime(),
  reason: z.string().optional(),
});

export type DeliveryReceipt = Readonly<z.infer<typeof DeliveryReceiptSchema>>;

/**
 * What two receipts say together: it only moves forward, in the order of the kinds. That a letter came back outweighs
 * that it arrived: a mail host takes it first, and finds out afterwards that nobody is there. Receipts in any order, and
 * however often each, say the same in the end.
 */
export function joinedReceipts(one: DeliveryReceipt | undefined, other: DeliveryReceipt): DeliveryReceipt {
  return one === undefined || isStronger(other, one) ? other : one;
}

/** Of two of a kind the first one counts. */
function isStronger(one: DeliveryReceipt, other: DeliveryReceipt): boolean {
  const [rank, otherRank] = [KINDS.indexOf(one.kind), KINDS.indexOf(other.kind)];
  if (rank !== otherRank) return rank > otherRank;
  return one.at === other.at ? (one.reason ?? '') < (other.reason ?? '') : one.at < other.at;
}
