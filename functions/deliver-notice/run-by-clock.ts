import type { Context } from 'aws-lambda';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { gapsIn } from '../../domain/roster/gaps.ts';
import { tellGathered } from '../../usecases/notices/digests/incidents.ts';
import { confirmSent } from '../../usecases/notices/receipts/confirm-sent.ts';
import { resumeStuck } from '../../usecases/notices/sending/resume-stuck.ts';
import { type SendListsDeps, sendLists } from '../../usecases/notices/sending/send-lists.ts';
import type { Outcome } from '../../usecases/notices/sending/send-notice.ts';
import { sendWaiting } from '../../usecases/notices/sending/send-waiting.ts';
import { count, countBy } from '../shared/count.ts';
import { timeLeft } from '../shared/event-sources/time-left.ts';
import { logError, logInfo } from '../shared/log.ts';
import { caseOfNotice, traced } from '../shared/trace.ts';
import { countEnded } from './count-ended.ts';
import { deferScheduled, orNow } from './defer-scheduled.ts';
import type { DeliverNoticeDeps } from './deps.ts';

/** A notice may take as long as its slowest transport: the run ends while there is time for that. */
const RESERVE_MS = 30_000;
/** The lists leave time for what waits for a transport, and may be urgent, for what got stuck, and for what ends. */
const LISTS_RESERVE_MS = 60_000;

/**
 * Sends what was deferred until now and what waits for a transport, takes again what got stuck, and ends what nobody has
 * said anything of. Gives until when another run would find nothing.
 */
export async function runByClock(now: Instant, deps: DeliverNoticeDeps, context?: Context) {
  const running = {
    ...deps,
    hasTime: timeLeft(context, RESERVE_MS),
    onOutcome: (notice: Notice, outcome: Outcome) => traced(notice.caseId, () => countEnded(notice, outcome)),
    onFailure: (noticeId: string, error: unknown) => {
      traced(caseOfNotice(noticeId), () => logError('notice-not-retried', error, { noticeId }));
      count('NoticeNotRetried');
    },
  };
  // What fails as a whole is told, and keeps none of what follows back.
  const apart = <Result>(what: string, work: () => Promise<Result>) => orNow(what, now, running, work);
  const nextIncident = await apart('incidents', () => tellGathered(now, { ...deps, onFailure: incidentNotTold }));
  const nextTerms = await deferScheduled(now, running);
  const hasTimeForLists = timeLeft(context, LISTS_RESERVE_MS);
  const lists = await apart('lists', () => sendDueLists(now, { ...running, hasTime: hasTimeForLists }));
  // Side by side, so that a long backlog of one takes no time of the others.
  const [waiting, stuck] = await Promise.allSettled([
    sendWaiting(now, running),
    apart('stuck', () => resumeStuck(now, running)),
    apart('sent', () => confirmSent(now, { ...running, onUnconfirmed: countUnconfirmed })),
  ]);
  if (waiting.status === 'rejected') throw waiting.reason;
  const run = waiting.value;
  count('WaitingNoticesRun');
  tellGaps(now, deps);
  if (run.sent + run.waiting > 0) logInfo('waiting-notices', { sent: run.sent, waiting: run.waiting });
  const { waitsSince, next } = typeof lists === 'string' ? { waitsSince: lists, next: lists } : lists;
  const since = sooner(run.waitsSince ?? null, waitsSince);
  if (since !== null) count('NoticeWaitsMinutes', Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  // What was stuck may have been put by.
  const isLeft = stuck.status === 'fulfilled' && stuck.value === false;
  const earliest = [nextIncident, isLeft ? next : await deps.deliveries.earliestDeferred(), ...nextTerms];
  return { ...run, idleUntil: earliest.reduce(sooner, run.idleUntil) };
}

/** Since when the first has waited of what is left, and until when the next is deferred. */
async function sendDueLists(now: Instant, deps: SendListsDeps) {
  const first = await deps.deliveries.earliestDeferred();
  if (first === undefined || first > now) return { waitsSince: undefined, next: first };
  return { waitsSince: await sendLists(now, deps), next: await deps.deliveries.earliestDeferred() };
}

const countUnconfirmed = (): void => countBy('NoticeEnded', 'State', 'unconfirmed');

function incidentNotTold(incident: string, error: unknown): void {
  logError('incident-not-told', error, { incident });
  count('IncidentNotTold');
}

/** Counts the steps of ladders that would reach nobody, neither at the organ nor above it, as the roster is now. */
function tellGaps(now: Instant, { rules: { organs, ladders } }: DeliverNoticeDeps): void {
  const unheard = gapsIn(organs, ladders, now).filter(({ isHeardAbove }) => !isHeardAbove);
  if (unheard.length > 0) count('RosterGap', unheard.length);
}

const sooner = (one: string | null, other: string | undefined): string | null =>
  one === null || (other !== undefined && other < one) ? (other ?? null) : one;
