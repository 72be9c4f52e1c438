import { type SendNoticeDeps, sendNotice } from '../../usecases/send-notice.ts';
import { type BatchDeps, forEachMessage, isLastReceive } from '../shared/batch.ts';
import { count } from '../shared/count.ts';
import { logInfo } from '../shared/log.ts';
import { NoticeMessage } from './notice-message.ts';

/** Queue "notices": sends each notice once, and counts those that no address took. */
export const createHandler = ({ setAside, ...deps }: SendNoticeDeps & BatchDeps) =>
  forEachMessage(
    async (record) => {
      const notice = NoticeMessage.parse(JSON.parse(record.body));
      const outcome = await sendNotice(notice, { id: record.messageId, isLastTry: isLastReceive(record) }, deps);
      logInfo('notice-handled', { noticeId: notice.id, outcome });
      // A complainant who left no address asks with receipt and query code; an organ that has none is a fault in the roster.
      const toComplainant = notice.addresses.some((address) => 'complaint' in address);
      if (outcome === 'failed' || (outcome === 'no-address' && !toComplainant)) count('NoticeUndeliverable');
    },
    { setAside },
  );

/** WeChat or WeCom refuses our calls until ops has done something: docs/runbook.md#wechat-barred says what, by the reason. */
export function wechatBarred(reason: string): void {
  logInfo('wechat-barred', { reason, runbook: 'docs/runbook.md#wechat-barred' });
  count('WechatBarred');
}
