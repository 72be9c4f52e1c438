import type { Instant } from '../../domain/calendar/day.ts';
import type { FollowUp, Original, Submission } from '../../domain/complaint.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import {
  type AcceptComplaintDeps,
  acceptComplaint,
  type Receipt,
  receiptOf,
} from '../../usecases/intake/accept-complaint.ts';
import { wordsKept } from '../shared/complaint-text.ts';
import { count } from '../shared/count.ts';
import { Refusal } from '../shared/http/problem.ts';
import { followingAccepted } from '../shared/submission/traced-acceptance.ts';
import type { Order } from './read-order.ts';

export interface HandOverDeps extends AcceptComplaintDeps {
  readonly vault: AcceptComplaintDeps['vault'] & { isKnown(receipt: string): Promise<boolean> };
}

export interface HandedOver extends Receipt {
  /** Receipt of the earlier complaint, for a follow-up. */
  readonly follows?: string | undefined;
  readonly isNew: boolean;
}

const NEVER_CAME = '请先报送该事项（complaint.submitted），再催办、退单或撤单';
const REUSED_LATER =
  '这个后续编号已用于另一内容：同一内容再次发送时请保持不变，新的内容请使用新的后续编号（followUpId）';
const REUSED = '同一事项有新内容时，请以complaint.supplemented（补充）提交；另一事项请使用新的外部编号';

/**
 * Keeps an order of a partner, once. Refuses what the partner may not send (403), a number that was used for another
 * content (409), and a reminder or withdrawal of something that never came (404). What is added to a matter that never
 * came is a citizen's words: it is kept, and opens a case.
 */
export async function handOver(
  order: Order,
  { partner, original, at }: { readonly partner: Partner; readonly original: Original; readonly at: Instant },
  deps: HandOverDeps,
): Promise<HandedOver> {
  requireRights(order, partner);
  const follows = followUpIn(order, partner.name, deps);
  if (follows && follows.as !== 'supplement' && !(await deps.vault.isKnown(follows.to)))
    throw new Refusal('unknown-external-id', { detail: NEVER_CAME });
  const submission = { ...submissionOf(order, partner.name, deps), follows, original };
  const acceptance = await acceptComplaint(submission, at, followingAccepted(deps));
  if (acceptance.kind === 'accepted') return { ...acceptance.receipt, follows: follows?.to, isNew: acceptance.isNew };
  count('ExternalIdConflict');
  throw new Refusal('external-id-reused', { detail: follows ? REUSED_LATER : REUSED });
}

function requireRights(order: Order, { may }: Partner): void {
  const needed = [order.deed, ...(order.deed === 'submit' && order.data.inspection ? (['inspection'] as const) : [])];
  const missing = needed.filter((right) => !may.includes(right));
  if (missing.length === 0) return;
  count('RightMissing');
  throw new Refusal('partner-not-permitted', { detail: `缺少权限：${missing.join('、')}` });
}

function followUpIn({ deed, data }: Order, partner: string, deps: HandOverDeps): FollowUp | undefined {
  if (deed === 'submit') return undefined;
  return { as: deed, to: receiptOf({ channel: 'partner', sourceId: `${partner}:${data.externalId}` }, deps) };
}

function submissionOf(
  order: Order,
  partner: string,
  { sha256 }: HandOverDeps,
): Omit<Submission, 'original' | 'follows'> {
  const { externalId, text = '', limit, ...matter } = order.data;
  return {
    ...matter,
    order: { number: externalId, limit },
    channel: 'partner',
    partner,
    sourceId: order.deed === 'submit' ? `${partner}:${externalId}` : followUpIdOf(order, partner, sha256),
    anonymous: !matter.contact,
    attachments: [],
    // A reminder needs no words.
    ...(text === '' ? { text, flags: [] } : wordsKept(text)),
  };
}

/** No partner has a slash in its name, so this is never taken for the number of a matter. */
function followUpIdOf(
  { deed, timestamp, data }: Order & { deed: FollowUp['as'] },
  partner: string,
  sha256: HandOverDeps['sha256'],
): string {
  const { externalId, followUpId = sha256(JSON.stringify([timestamp, data])) } = data;
  return `${partner}/${deed}:${JSON.stringify([externalId, followUpId])}`;
}
