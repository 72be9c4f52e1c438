import type { Instant } from '../../domain/calendar/day.ts';
import { plainAddress } from '../../domain/mail.ts';
import {
  type BounceFromSesDeps,
  byMail,
  type Feedback,
  type FeedbackHeeded,
  recordBounceFromSes,
} from '../../usecases/notices/receipts/bounce-from-ses.ts';
import { heedReceipt } from '../../usecases/notices/receipts/heed-receipt.ts';
import { count } from '../shared/count.ts';
import { sha256 } from '../shared/digest.ts';
import { type BatchDeps, forEachMessage } from '../shared/event-sources/batch.ts';
import { understood } from '../shared/event-sources/poison.ts';
import { logInfo } from '../shared/log.ts';
import { sentAt } from '../shared/time.ts';
import { caseOfNotice, follow, traced } from '../shared/trace.ts';
import { feedbackIn, type ReturnedNotice, returnedNoticeIn } from './feedback.ts';

export interface HeedBouncesDeps extends BounceFromSesDeps, BatchDeps {
  /** The e-mail addresses of the roster, in lower case. */
  readonly staff: () => ReadonlySet<string>;
}

/** Queue "bounces": what becomes of our mail after it went out. */
export const createHandler = (deps: HeedBouncesDeps) =>
  forEachMessage(async (record) => {
    const returned = understood(() => returnedNoticeIn(record.body));
    if (returned) return sendOn(returned, sentAt(record), deps);
    const now = sentAt(record);
    for (const feedback of understood(() => feedbackIn(record.body, now))) {
      await traced(caseOfNotice(feedback.noticeId ?? record.messageId), async () =>
        tell(feedback, await recordBounceFromSes(feedback, now, deps), deps),
      );
    }
  }, deps);

async function sendOn(
  { noticeId, returnedFrom, isSuppressed }: ReturnedNotice,
  now: Instant,
  deps: HeedBouncesDeps,
): Promise<void> {
  follow(caseOfNotice(noticeId));
  const isTheirs = (address: string) => sha256(plainAddress(address)) === returnedFrom;
  const heard = { receipt: { kind: 'returned', at: now }, now } as const;
  const notice = await heedReceipt(noticeId, byMail(isTheirs), heard, deps);
  logInfo('notice-returned', { noticeId, notice });
  count('MailBounced');
  if (isSuppressed && [...deps.staff()].some(isTheirs)) count('StaffAddressSuppressed');
  if (notice === 'lost') count('BouncedNoticeLost');
}

function tell(
  { refusal, receipt, address, noticeId = '' }: Feedback,
  { suppressed, notice }: FeedbackHeeded,
  deps: HeedBouncesDeps,
): void {
  const kind = refusal?.kind ?? receipt.kind;
  logInfo('mail-feedback', { kind, noticeId, suppressed: suppressed ?? '', notice });
  if (refusal) count(refusal.kind === 'complaint' ? 'MailComplaint' : 'MailBounced');
  // An address in the roster that takes no mail must be put right, or every notice to it goes to somebody else.
  if (suppressed && deps.staff().has(plainAddress(address))) count('StaffAddressSuppressed');
  if (notice === 'lost' && receipt.kind === 'returned') count('BouncedNoticeLost');
}
