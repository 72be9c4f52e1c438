import type { Instant } from '../../domain/calendar/day.ts';
import { reopenDelivery } from '../../usecases/notices/sending/reopen-delivery.ts';
import { logInfo } from '../shared/log.ts';
import { caseOfNotice, traced } from '../shared/trace.ts';
import type { DeliverNoticeDeps } from './deps.ts';

/** 重发: has notices that nobody took tried once more, and says of each what became of it. */
export async function reopen(noticeIds: readonly string[], now: Instant, deps: DeliverNoticeDeps) {
  const answers: Record<string, string> = {};
  for (const noticeId of noticeIds) {
    const reopened = await reopenDelivery(noticeId, now, deps);
    const before = 'before' in reopened ? reopened.before.map(({ transport, result }) => `${transport} ${result}`) : [];
    const said = { noticeId, answer: reopened.kind, before: before.join() };
    traced(caseOfNotice(noticeId), () => logInfo('notice-reopened', said));
    answers[noticeId] = reopened.kind;
  }
  return answers;
}
