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
      const toStaff = notice.addresses.some((address) => 'to' in address);
      if (outcome === 'failed' && (toStaff || notice.addresses.length === 0)) count('NoticeUndeliverable');
    },
    { setAside },
  );
