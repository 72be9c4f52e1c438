import { plainAddress } from '../../domain/mail.ts';
import {
  type BounceFromSesDeps,
  type Feedback,
  type Heeded,
  recordBounceFromSes,
} from '../../usecases/notices/bounce-from-ses.ts';
import { retryAtNextAddress } from '../../usecases/notices/retry-at-next-address.ts';
import { type BatchDeps, forEachMessage } from '../shared/batch.ts';
import { count } from '../shared/count.ts';
import { sha256 } from '../shared/digest.ts';
import { logInfo } from '../shared/log.ts';
import { sentAt } from '../shared/time.ts';
import { feedbackIn, type ReturnedNotice, returnedNoticeIn } from './feedback.ts';

export interface HeedBouncesDeps extends BounceFromSesDeps, BatchDeps {
  /** The e-mail addresses of the roster, in lower case. */
  readonly staff: () => ReadonlySet<string>;
}

/** Queue "bounces": what becomes of our mail after it went out. */
export const createHandler = (deps: HeedBouncesDeps) =>
  forEachMessage(async (record) => {
    const returned = returnedNoticeIn(record.body);
    if (returned) return sendOn(returned, deps);
    for (const feedback of feedbackIn(record.body)) {
      tell(feedback, await recordBounceFromSes(feedback, sentAt(record), deps), deps);
    }
  }, deps);

async function sendOn({ noticeId, returnedFrom, isSuppressed }: ReturnedNotice, deps: HeedBouncesDeps): Promise<void> {
  const isTheirs = (address: string) => sha256(plainAddress(address)) === returnedFrom;
  const notice = await retryAtNextAddress(noticeId, isTheirs, deps);
  logInfo('notice-returned', { noticeId, notice });
  count('MailBounced');
  if (isSuppressed && [...deps.staff()].some(isTheirs)) count('StaffAddressSuppressed');
  if (notice === 'lost') count('BouncedNoticeLost');
}

function tell({ kind, address, noticeId = '' }: Feedback, { suppressed, notice }: Heeded, deps: HeedBouncesDeps): void {
  logInfo('mail-feedback', { kind, noticeId, suppressed: suppressed ?? '', notice });
  count(kind === 'complaint' ? 'MailComplaint' : 'MailBounced');
  // An address in the roster that takes no mail must be put right, or every notice to it goes to somebody else.
  if (suppressed && deps.staff().has(plainAddress(address))) count('StaffAddressSuppressed');
  if (notice === 'lost') count('BouncedNoticeLost');
}
