import { type Download, downloadOf } from '../../domain/attachments/download.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import { receiptOf } from '../../domain/case/handling/splitting.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import type { Complaint } from '../../domain/complaint.ts';
import { normaliseReceipt } from '../../domain/receipt.ts';
import { hiddenLinksOf } from './hidden-links.ts';
import { type Shown, type VisibleCaseDeps, visibleCase } from './visible-case.ts';

/** What came with a complaint, and what that follows; none of its words. */
export type Enclosures = Pick<Complaint, 'receipt' | 'attachments' | 'follows'>;

export interface OpenAttachmentDeps extends VisibleCaseDeps {
  readonly complaints: { readEnclosures(receipt: string): Promise<Enclosures | undefined> };
  readonly files: {
    /**
     * An address where whoever has it gets that object, for minutes from `now`. Undefined when there is no such object,
     * or none any more.
     */
    addressOf(key: string, as: Download, now: Instant): Promise<string | undefined>;
  };
}

export interface AttachmentName {
  readonly caseId: string;
  /**
   * Of the complaint that it came with: the one that opened the case, one that was joined to it, or a later one in the
   * matter.
   */
  readonly receipt: string;
  /** From 1, as the complaint lists them. */
  readonly number: number;
}

/**
 * Where a member of staff who may see the case gets a file that came with one of its complaints. `not-kept` says no
 * more: not there, not of this case, lost, not fetched yet, or closed for good.
 */
export async function openAttachment(
  { caseId, receipt, number }: AttachmentName,
  staff: Staff,
  now: Instant,
  deps: OpenAttachmentDeps,
): Promise<Shown<string, 'not-kept'>> {
  const found = await visibleCase(caseId, staff, deps, 'words');
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  const complaint = hidden.has(receipt) ? undefined : await complaintIn(found.value, receipt, staff, deps);
  const { key, lost, mediaType = '' } = complaint?.attachments[number - 1] ?? {};
  const address = key && !lost && (await deps.files.addressOf(key, downloadOf(receipt, number, mediaType), now));
  return address ? { kind: 'shown', value: address } : { kind: 'not-kept' };
}

async function complaintIn(
  state: Case,
  receipt: string,
  { organ }: Staff,
  { complaints, cases, context }: OpenAttachmentDeps,
): Promise<Enclosures | undefined> {
  if (normaliseReceipt(receipt) !== receipt) return undefined;
  const complaint = await complaints.readEnclosures(receipt);
  if (!complaint || !belongs(complaint, state)) return undefined;
  // What was joined to this case, or follows that, may accuse whoever looks.
  const itsCase = await cases.load(complaint.follows?.to ?? receipt);
  return itsCase && isHiddenFrom(organ, itsCase, context) ? undefined : complaint;
}

/** The state knows its latest hundred follow-ups; an older one says itself what it follows. */
function belongs({ receipt, follows }: Enclosures, state: Case): boolean {
  const { absorbed = [], followUps = [] } = state;
  const heads = [receiptOf(state), ...absorbed.map((one) => one.receipt)];
  const isKnown = heads.includes(receipt) || followUps.some((one) => one.receipt === receipt);
  return isKnown || (follows !== undefined && heads.includes(follows.to));
}
