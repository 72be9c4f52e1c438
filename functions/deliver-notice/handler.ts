import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { gapsIn } from '../../domain/roster/gaps.ts';
import { putByDailyReport } from '../../usecases/notices/daily-reports.ts';
import { type EndSentDeps, endSent } from '../../usecases/notices/end-sent.ts';
import { type TellGatheredDeps, tellGathered } from '../../usecases/notices/incidents.ts';
import { putBy } from '../../usecases/notices/put-by.ts';
import { reopenDelivery } from '../../usecases/notices/reopen-delivery.ts';
import { type SendListsDeps, sendLists } from '../../usecases/notices/send-lists.ts';
import { type Outcome, type SendNoticeDeps, sendNotice } from '../../usecases/notices/send-notice.ts';
import { sendWaiting } from '../../usecases/notices/send-waiting.ts';
import { putBySummaries } from '../../usecases/notices/summaries.ts';
import { type TakeAgainDeps, takeAgain } from '../../usecases/notices/take-again.ts';
import { type PutByWayListDeps, putByWayList } from '../../usecases/notices/way-lists.ts';
import { type BatchDeps, forEachMessage, isLastReceive } from '../shared/batch.ts';
import { count, countBy } from '../shared/count.ts';
import { logError, logInfo } from '../shared/log.ts';
import { scheduled } from '../shared/scheduled.ts';
import { timeLeft } from '../shared/time-left.ts';
import { caseOfNotice, follow, traced } from '../shared/trace.ts';
import { NoticeMessage } from './notice-message.ts';

/** What a run by the clock, or by hand, needs beside what a message of the queue does. */
export type RetryDeps = Pick<
  SendListsDeps,
  'cases' | 'rules' | 'deliveries' | 'limits' | 'auditor' | 'wayLists' | 'summaries'
> &
  Pick<PutByWayListDeps, 'hours' | 'deliveries'> &
  Pick<TellGatheredDeps, 'incidents' | 'noticeQueue'> &
  Pick<TakeAgainDeps, 'deliveries'> &
  Pick<EndSentDeps, 'deliveries'>;
export type DeliverNoticeDeps = SendNoticeDeps &
  BatchDeps &
  RetryDeps & {
    /** When a message is worked on, which may be long after it was sent. */
    readonly timeOf: (record: SQSRecord) => Instant;
  };

const time = z.iso.datetime().transform((at) => new Date(at).toISOString());
const RunEvent = z.union([z.object({ reopen: z.array(z.string()).min(1), time }), z.object({ time })]);

/**
 * Queue "notices": sends each notice once; what can wait is put by for a list, or for working hours. Schedule: tells of
 * what was gathered of an incident for an hour, of the lists of the ways, of weeks and months, and of the day in a key
 * period, sends what was put by until now, tries again what waits for a transport, takes again what got stuck, and ends
 * what nobody has said anything of. By hand, `{reopen: [notice ids], time}`: has notices that nobody took tried once more
 * (docs/runbook.md#notice-undeliverable).
 */
export function createHandler(deps: DeliverNoticeDeps) {
  const fromQueue = queueHandler(deps);
  const byClock = scheduled(async (run: z.output<typeof RunEvent>, context) =>
    'reopen' in run ? await reopen(run.reopen, run.time, deps) : await retry(run.time, deps, context),
  );
  return async (event: SQSEvent | z.input<typeof RunEvent>, context?: Context) => {
    if ('Records' in event) return fromQueue(event);
    const run = RunEvent.parse(event);
    return byClock(run, context);
  };
}

const queueHandler = ({ setAside, timeOf, ...deps }: DeliverNoticeDeps) =>
  forEachMessage(
    async (record) => {
      const notice = NoticeMessage.parse(JSON.parse(record.body));
      follow(notice.caseId);
      const holder = { id: record.messageId, now: timeOf(record), takesOver: isLastReceive(record) };
      if (await putBy(notice, holder, deps)) logInfo('notice-put-by', { noticeId: notice.id });
      else tell(notice, await sendNotice(notice, holder, deps));
    },
    { setAside },
  );

/** After these nobody knows of anybody who has it. */
const MISSED: readonly Outcome[] = ['failed', 'expired', 'uncertain'];

/** Counts the notices that reached nobody. */
function tell(notice: Notice, outcome: Outcome): void {
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

/** A notice may take as long as its slowest transport: the run ends while there is time for that. */
const RESERVE_MS = 30_000;
/** The lists leave time for what waits for a transport, and may be urgent, for what got stuck, and for what ends. */
const LISTS_RESERVE_MS = 60_000;

async function retry(now: string, deps: DeliverNoticeDeps, context?: Context) {
  await tellGathered(now, {
    ...deps,
    onFailure: (incident, error) => {
      logError('incident-not-told', error, { incident });
      count('IncidentNotTold');
    },
  });
  const running = {
    ...deps,
    hasTime: timeLeft(context, RESERVE_MS),
    onOutcome: (notice: Notice, outcome: Outcome) => traced(notice.caseId, () => tell(notice, outcome)),
    onFailure: (noticeId: string, error: unknown) => {
      traced(caseOfNotice(noticeId), () => logError('notice-not-retried', error, { noticeId }));
      count('NoticeNotRetried');
    },
  };
  const nextTerms = [await wayListBy(now, running), await summariesBy(now, running), await reportBy(now, running)];
  const listWaitsSince = await sendLists(now, { ...running, hasTime: timeLeft(context, LISTS_RESERVE_MS) });
  // Side by side, so that a long backlog of one takes no time of the others.
  const [run] = await Promise.all([
    sendWaiting(now, running),
    takeAgain(now, running),
    endSent(now, { ...running, onUnconfirmed: () => countBy('NoticeEnded', 'State', 'unconfirmed') }),
  ]);
  count('WaitingNoticesRun');
  tellGaps(now, deps);
  if (run.sent + run.waiting > 0) logInfo('waiting-notices', { sent: run.sent, waiting: run.waiting });
  const since = sooner(run.waitsSince ?? null, listWaitsSince);
  if (since !== null) count('NoticeWaitsMinutes', Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  const earliest = [await deps.incidents.earliest(), await deps.deliveries.earliestPutBy(), ...nextTerms];
  return { ...run, idleUntil: earliest.reduce(sooner, run.idleUntil) };
}

/** Counts the steps of ladders that would reach nobody, neither at the organ nor above it, as the roster is now. */
function tellGaps(now: string, { rules: { organs, ladders } }: DeliverNoticeDeps): void {
  const unheard = gapsIn(organs, ladders, now).filter(({ isHeardAbove }) => !isHeardAbove);
  if (unheard.length > 0) count('RosterGap', unheard.length);
}

/** When the next lists of the ways are to be sent; those that are due by now are put by. */
async function wayListBy(now: string, deps: DeliverNoticeDeps & Pick<SendListsDeps, 'onFailure'>) {
  try {
    return deps.wayLists && (await putByWayList(now, deps.wayLists, deps));
  } catch (error) {
    deps.onFailure('list of the ways', error);
    return now;
  }
}

/** When the next digests are to be sent; those that are due by now are put by. */
async function summariesBy(now: string, deps: DeliverNoticeDeps & Pick<SendListsDeps, 'onFailure'>) {
  try {
    return deps.summaries && (await putBySummaries(now, deps.summaries, deps));
  } catch (error) {
    deps.onFailure('summaries', error);
    return now;
  }
}

/** When the next report of a key period is due; one that is due by now is put by, and counted where it is late. */
async function reportBy(now: string, deps: DeliverNoticeDeps & Pick<SendListsDeps, 'onFailure'>) {
  try {
    const report = deps.summaries && (await putByDailyReport(now, deps.summaries, deps));
    if (report?.isLate) count('DailyReportLate');
    return report?.next;
  } catch (error) {
    deps.onFailure('daily report', error);
    return now;
  }
}

const sooner = (one: string | null, other: string | undefined): string | null =>
  one === null || (other !== undefined && other < one) ? (other ?? null) : one;

async function reopen(noticeIds: readonly string[], now: string, deps: DeliverNoticeDeps) {
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

/**
 * WeChat or WeCom refuses our calls until ops has done something: docs/runbook.md#wechat-barred says what, by the
 * reason.
 */
export function wechatBarred(reason: string): void {
  logInfo('wechat-barred', { reason, runbook: 'docs/runbook.md#wechat-barred' });
  count('WechatBarred');
}
