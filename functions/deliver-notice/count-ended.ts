import type { Notice } from '../../domain/notices/notice.ts';
import type { Outcome } from '../../usecases/notices/sending/send-notice.ts';
import { count, countBy } from '../shared/count.ts';
import { logInfo } from '../shared/log.ts';

/** After these nobody knows of anybody who has it. */
const MISSED: readonly Outcome[] = ['failed', 'expired', 'uncertain'];

/** Counts how a notice ended, and those that reached nobody. */
export function countEnded(notice: Notice, outcome: Outcome): void {
  logInfo('notice-handled', { noticeId: notice.id, outcome });
  if (outcome !== 'waiting' && outcome !== 'taken') countBy('NoticeEnded', 'State', outcome);
  if (notice.kind === 'acknowledgement') {
    // One that is refused may have gone to an address that somebody made up.
    if (outcome === 'uncertain') count('AcknowledgementUncertain');
    return;
  }
  // A complainant who left no address asks with receipt and query code; an organ that has none is a fault in the
  // roster.
  const toComplainant = notice.addresses.some((address) => 'complaint' in address);
  const isMissed = MISSED.includes(outcome) || (outcome === 'no-address' && !toComplainant);
  const isCall = notice.addresses.some(({ transport }) => transport === 'callback');
  if (isMissed) count(isCall ? 'CallbackFailed' : 'NoticeUndeliverable');
}
