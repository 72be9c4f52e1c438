import { type Feedback, type Heeded, type HeedFeedbackDeps, heedFeedback } from '../../usecases/heed-feedback.ts';
import { type BatchDeps, forEachMessage } from '../shared/batch.ts';
import { count } from '../shared/count.ts';
import { logInfo } from '../shared/log.ts';
import { sentAt } from '../shared/time.ts';
import { feedbackIn } from './feedback.ts';

export interface HeedBouncesDeps extends HeedFeedbackDeps, BatchDeps {
  /** Whether somebody of the roster is written to there. */
  readonly isStaff: (address: string) => boolean;
}

/** Queue "bounces": what becomes of our mail after it went out. */
export const createHandler = (deps: HeedBouncesDeps) =>
  forEachMessage(async (record) => {
    for (const feedback of feedbackIn(record.body)) {
      tell(feedback, await heedFeedback(feedback, sentAt(record), deps), deps);
    }
  }, deps);

function tell({ kind, address, noticeId = '' }: Feedback, { suppressed, notice }: Heeded, deps: HeedBouncesDeps): void {
  logInfo('mail-feedback', { kind, noticeId, suppressed: suppressed ?? '', notice });
  count(kind === 'complaint' ? 'MailComplaint' : 'MailBounced');
  // An address in the roster that takes no mail must be put right, or every notice to it goes to somebody else.
  if (suppressed && deps.isStaff(address)) count('StaffAddressSuppressed');
  if (notice === 'lost') count('BouncedNoticeLost');
}
