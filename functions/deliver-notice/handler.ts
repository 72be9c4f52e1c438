import { type SendNoticeDeps, sendNotice } from '../../usecases/notices/send-notice.ts';
import { type BatchDeps, forEachMessage, isFirstReceive, isLastReceive } from '../shared/batch.ts';
import { count } from '../shared/count.ts';
import { logInfo } from '../shared/log.ts';
import { NoticeMessage } from './notice-message.ts';

/** Queue "notices": sends each notice once, and counts those that no address took. */
export const createHandler = ({ setAside, ...deps }: SendNoticeDeps & BatchDeps) =>
  forEachMessage(
    async (record) => {
      const notice = NoticeMessage.parse(JSON.parse(record.body));
      const message = { id: record.messageId, isRepeat: !isFirstReceive(record), isLastTry: isLastReceive(record) };
      const outcome = await sendNotice(notice, message, deps);
      logInfo('notice-handled', { noticeId: notice.id, outcome });
      // A complainant who left no address asks with receipt and query code; an organ that has none is a fault in the roster.
      const toComplainant = notice.addresses.some((address) => 'complaint' in address);
      const isMissed = outcome === 'failed' || (outcome === 'no-address' && !toComplainant);
      // An acknowledgement may go to an address that somebody made up.
      if (isMissed && notice.kind !== 'acknowledgement') count('NoticeUndeliverable');
    },
    { setAside },
  );

/** WeChat or WeCom refuses our calls until ops has done something: docs/runbook.md#wechat-barred says what, by the reason. */
export function wechatBarred(reason: string): void {
  logInfo('wechat-barred', { reason, runbook: 'docs/runbook.md#wechat-barred' });
  count('WechatBarred');
}
