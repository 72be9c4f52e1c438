import type { Instant } from '../../domain/calendar/day.ts';
import type { FollowUp } from '../../domain/complaint.ts';
import { normaliseQueryCode, normaliseReceipt } from '../../domain/receipt.ts';

/** What proves a query, and what is known of the complaint without a word of it. */
export interface Query {
  readonly receipt: string;
  readonly queryCode: string;
  readonly receivedAt: Instant;
  readonly answerBy: Instant;
  readonly follows?: FollowUp | undefined;
}

export interface CheckQueryCodeDeps {
  readonly complaints: { readQuery(receipt: string): Promise<Query | undefined> };
  /** Takes the same time whether or not, and where, the two differ. */
  readonly equalInConstantTime: (one: string, other: string) => boolean;
}

/**
 * The complaint of that receipt, as typed, for whoever has its query code. A receipt that does not exist is refused as
 * a wrong code is: nobody can tell which.
 */
export async function checkQueryCode(
  typedReceipt: string,
  typedCode: string,
  { complaints, equalInConstantTime }: CheckQueryCodeDeps,
): Promise<Query | undefined> {
  const receipt = normaliseReceipt(typedReceipt);
  const query = receipt === undefined ? undefined : await complaints.readQuery(receipt);
  return equalInConstantTime(query?.queryCode ?? '', normaliseQueryCode(typedCode)) ? query : undefined;
}
