import type { Instant } from '../../domain/calendar/day.ts';
import type { Complaint, Original, Submission } from '../../domain/complaint.ts';
import { receiptFor } from '../../domain/receipt.ts';

/** What the sender keeps. */
export interface Receipt {
  /** 登记编号. */
  readonly receipt: string;
  /** 查询码: with the receipt it opens the progress page. */
  readonly queryCode: string;
  readonly receivedAt: Instant;
  /** The last instant by which the sender must have been told whether the complaint is taken up. */
  readonly answerBy: Instant;
}

/** One item of the vault. */
export interface VaultItem extends Complaint {
  readonly queryCode: string;
  readonly answerBy: Instant;
  /** Tells a replay of the same submission from another one under the same id. */
  readonly fingerprint: string;
}

/** Thrown for a submission that is longer than the vault keeps: 400 KB in all, with what was sent. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export interface AcceptComplaintDeps {
  readonly vault: {
    /**
     * Writes the item unless its receipt is taken; then gives back what is there, else that very item. One write,
     * atomic. Throws `TooLarge`.
     */
    putIfAbsent(item: VaultItem): Promise<VaultItem>;
  };
  /** The province's two letters, the first part of every receipt. */
  readonly provinceLetters: string;
  readonly answerBy: (receivedAt: Instant) => Instant;
  readonly newQueryCode: () => string;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/**
 * `conflict`: the id was used before for something else, or for the same after another complaint; `earlier` is what was
 * kept then.
 */
export type Acceptance =
  | {
      readonly kind: 'accepted';
      readonly receipt: Receipt;
      /** False when it had been taken before. */
      readonly isNew: boolean;
    }
  | { readonly kind: 'conflict'; readonly receipt: string; readonly earlier: Pick<Submission, 'text' | 'follows'> };

/** The receipt that a submission under this id gets, or got. */
export function receiptOf(
  { channel, sourceId }: Pick<Submission, 'channel' | 'sourceId'>,
  { provinceLetters, sha256 }: Pick<AcceptComplaintDeps, 'provinceLetters' | 'sha256'>,
): string {
  return receiptFor(provinceLetters, sha256(`${channel}\n${sourceId}`));
}

/**
 * Takes a complaint into the vault and says how to ask after it: one durable write, after which the vault's stream
 * carries it on. The same submission again, however late or concurrent, gets the first answer; another body under the
 * same id is a conflict. Bytes that came before are no other body, however an earlier release read them.
 */
export async function acceptComplaint(
  submission: Submission,
  receivedAt: Instant,
  deps: AcceptComplaintDeps,
): Promise<Acceptance> {
  const receipt = receiptOf(submission, deps);
  const fingerprint = deps.sha256(fingerprintOf(submission));
  const item: VaultItem = {
    ...submission,
    receipt,
    receivedAt,
    queryCode: deps.newQueryCode(),
    answerBy: deps.answerBy(receivedAt),
    fingerprint,
  };
  const stored = await deps.vault.putIfAbsent(item);
  return acceptanceOf(stored, item, stored === item);
}

/**
 * The answer that this submission, or another one under its id, got before; undefined where there is none. Keeps
 * nothing.
 */
export async function earlierAcceptance(
  submission: Submission,
  deps: Pick<AcceptComplaintDeps, 'provinceLetters' | 'sha256'> & {
    readonly vault: { findKept(receipt: string): Promise<VaultItem | undefined> };
  },
): Promise<Acceptance | undefined> {
  const stored = await deps.vault.findKept(receiptOf(submission, deps));
  return stored && acceptanceOf(stored, { ...submission, fingerprint: deps.sha256(fingerprintOf(submission)) }, false);
}

type Known = Pick<VaultItem, 'fingerprint' | 'follows' | 'original'>;

function acceptanceOf(stored: VaultItem, sent: Known, isNew: boolean): Acceptance {
  const { receipt, queryCode, receivedAt, answerBy } = stored;
  if (stored.fingerprint !== sent.fingerprint && !isSentAgain(stored, sent))
    return { kind: 'conflict', receipt, earlier: stored };
  return { kind: 'accepted', isNew, receipt: { receipt, queryCode, receivedAt, answerBy } };
}

/** The very bytes of before, which an earlier release may have read otherwise. */
const isSentAgain = (stored: Known, sent: Known): boolean =>
  stored.follows?.to === sent.follows?.to &&
  stored.follows?.as === sent.follows?.as &&
  placeOrBytes(stored.original) === placeOrBytes(sent.original);

const placeOrBytes = (original: Original): string => ('key' in original ? original.key : original.base64);

/**
 * What the person said and sent, not how the medium wrapped it: a mail relayed twice differs in its headers, not in
 * this.
 */
function fingerprintOf(submission: Submission): string {
  const { text, address, division, location, target, occurredAt, contact, anonymous, attachments, inspection } =
    submission;
  const { follows, sideRemarks, order } = submission;
  return JSON.stringify([
    text,
    address,
    division,
    location,
    target,
    occurredAt,
    contact,
    anonymous,
    attachments,
    inspection,
    // Only where there are any, so that what was kept before there were such things is still known again.
    ...(follows ? [follows] : []),
    ...(sideRemarks ? [sideRemarks] : []),
    ...(order?.limit ? [order.limit] : []),
  ]);
}
