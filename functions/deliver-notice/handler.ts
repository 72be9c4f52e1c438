import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { deferNotice } from '../../usecases/notices/delivery/defer-notice.ts';
import { sendNotice } from '../../usecases/notices/sending/send-notice.ts';
import { forEachMessage, isFirstReceive, isLastReceive } from '../shared/event-sources/batch.ts';
import { understood } from '../shared/event-sources/poison.ts';
import { scheduled } from '../shared/event-sources/scheduled.ts';
import { logInfo } from '../shared/log.ts';
import { follow } from '../shared/trace.ts';
import { countEnded } from './count-ended.ts';
import type { DeliverNoticeDeps } from './deps.ts';
import { NoticeMessage } from './notice-message.ts';

/** No letter of the queue waits until what the clock needs is loaded. */
const beyond = () => import('./other-triggers.ts');

const time = z.iso.datetime().transform((at) => new Date(at).toISOString());
const RunEvent = z.union([z.object({ reopen: z.array(z.string()).min(1), time }), z.object({ time })]);

/**
 * Queue "notices": sends each notice once; what can wait is deferred for a list, or for working hours. Schedule: tells of
 * what was gathered of an incident for an hour, of the lists of the ways, of weeks and months, and of the day in a key
 * period, sends what was deferred until now, tries again what waits for a transport, takes again what got stuck, and ends
 * what nobody has said anything of. By hand, `{reopen: [notice ids], time}`: has notices that nobody took tried once more
 * (docs/runbook.md#notice-undeliverable).
 */
export function createHandler(deps: DeliverNoticeDeps) {
  const fromQueue = queueHandler(deps);
  const byClock = scheduled(async (run: z.output<typeof RunEvent>, context) => {
    const { reopen, runByClock } = await beyond();
    return 'reopen' in run ? await reopen(run.reopen, run.time, deps) : await runByClock(run.time, deps, context);
  });
  return async (event: SQSEvent | z.input<typeof RunEvent>, context?: Context) => {
    if ('Records' in event) return fromQueue(event);
    const run = RunEvent.parse(event);
    return byClock(run, context);
  };
}

const queueHandler = ({ setAside, timeOf, ...deps }: DeliverNoticeDeps) =>
  forEachMessage(
    async (record) => {
      const notice = understood(() => NoticeMessage.parse(JSON.parse(record.body)));
      follow(notice.caseId);
      const receive = { isFirst: isFirstReceive(record), takesOver: isLastReceive(record) };
      const holder = { id: record.messageId, now: timeOf(record), ...receive };
      if (await deferNotice(notice, holder, deps)) logInfo('notice-put-by', { noticeId: notice.id });
      else countEnded(notice, await sendNotice(notice, holder, deps));
    },
    { setAside },
  );
