import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { AlarmBoard } from './alarm-board.ts';
import type { Deadlines } from './deadlines.ts';
import type { Foundation } from './foundation.ts';
import type { Intake } from './intake.ts';
import type { MailFeedback } from './mail-feedback.ts';
import type { Media } from './media.ts';
import type { Notices } from './notices.ts';
import type { PublicApi } from './public-api.ts';
import type { Registration } from './registration.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WebEntrance } from './web-entrance.ts';
import type { DeadLetterQueue, WorkQueue } from './work-queue.ts';

export interface AlarmsProps {
  readonly foundation: Foundation;
  readonly web: WebEntrance;
  readonly intake: Intake;
  readonly registration: Registration;
  readonly media: Media;
  readonly deadlines: Deadlines;
  readonly notices: Notices;
  readonly mailFeedback: MailFeedback;
  readonly entrance: PublicApi;
}

const period = Duration.minutes(5);
const { MAXIMUM: maximum, SUM: sum } = Stats;

/** What may not go unnoticed. A mapped error and a half-failed batch are no errors to Lambda, so their traces are watched instead. */
export class Alarms extends Construct {
  private readonly board: AlarmBoard;
  private readonly prefix: string;

  constructor(
    scope: Construct,
    id: string,
    { foundation, web, intake, registration, media, deadlines, notices, mailFeedback, entrance }: AlarmsProps,
  ) {
    super(scope, id);
    this.board = new AlarmBoard(this, 'Board', foundation);
    this.prefix = `huiyin-${foundation.province.id}`;

    this.queue(web.uploadQueue, 'photos do not reach the evidence; after three days the inbox forgets them.');
    this.queue(intake.mail.queue, 'complaints sent by e-mail have no receipt and no case.');
    this.queue(registration.queue, 'complaints have a receipt but no case; their clocks run and nobody works on them.');
    this.queue(
      media.queue,
      'pictures, voices and films of complainants are not kept; WeChat forgets them after three days.',
    );
    this.queue(notices.queue, 'reminders, escalations and answers do not reach people.');
    this.queue(mailFeedback.queue, 'letters came back, and nobody else was told in their stead.');
    this.stream(
      registration.queueComplaints,
      registration.streamDeadLetters,
      'complaints in the vault reach no queue.',
    );
    this.stream(notices.relayEvents, notices.streamDeadLetters, 'what happens to cases causes no notices.');
    this.sweep(deadlines.sweepDeadlines);
    this.drafts(intake.chats.submitDrafts);
    this.waitingNotices();
    this.board.watch('api-5xx', {
      metric: entrance.api.metricServerError({ period, statistic: sum }),
      threshold: 5,
      impact: 'citizens, partners or staff are turned away with an error of ours.',
    });
    this.counters();
  }

  private queue({ name, queue, deadLetters }: WorkQueue, impact: string): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ period, statistic: maximum });
    this.board.watch(`${name}-backlog`, { metric, threshold: Duration.minutes(15).toSeconds(), impact });
    this.deadLetters(deadLetters, impact);
  }

  private deadLetters(queue: DeadLetterQueue, impact: string): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: maximum });
    this.board.watch(`${queue.name}-dead-letters`, { metric, threshold: 1, impact: `given up: ${impact}` });
  }

  private stream(worker: ServiceFunction, deadLetters: DeadLetterQueue, impact: string): void {
    const name = worker.node.id;
    const behind = worker.metric('IteratorAge', { period, statistic: maximum });
    this.board.watch(`${name}-behind`, { metric: behind, threshold: Duration.minutes(5).toMilliseconds(), impact });
    this.board.watch(`${name}-errors`, {
      metric: worker.metricErrors({ period, statistic: sum }),
      threshold: 3,
      impact,
    });
    this.deadLetters(deadLetters, impact);
  }

  private sweep(sweep: ServiceFunction): void {
    const impact = 'no deadline is watched: no reminders, no escalations. The next good run catches up.';
    const errors = sweep.metricErrors({ period, statistic: sum });
    this.board.watch('sweep-errors', { metric: errors, threshold: 3, impact });
    this.board.watch('timer-failed', {
      metric: this.counter('TimerFailed', 'sweep-deadlines'),
      threshold: 1,
      impact: 'the reminders and escalations of single cases do not go out; all other cases are swept.',
    });
    const runs = sweep.metricInvocations({ period, statistic: sum });
    this.board.watch('sweep-silent', { metric: runs, threshold: 1, below: true, impact });
  }

  private drafts(submitDrafts: ServiceFunction): void {
    const impact = 'what people wrote on WeChat or WeCom, and did not submit by a word, becomes no complaint.';
    const errors = submitDrafts.metricErrors({ period, statistic: sum });
    this.board.watch('drafts-errors', { metric: errors, threshold: 3, impact });
    const failed = this.counter('DraftNotSubmitted', 'submit-drafts');
    this.board.watch('draft-not-submitted', { metric: failed, threshold: 3, impact });
    this.board.watch('drafts-late', {
      metric: this.longest('DraftsLateSeconds', 'submit-drafts'),
      threshold: Duration.minutes(10).toSeconds(),
      impact: 'complaints on WeChat or WeCom become cases late; their periods run from the first message all the same.',
    });
    const runs = submitDrafts.metricInvocations({ period, statistic: sum });
    this.board.watch('drafts-silent', { metric: runs, threshold: 1, below: true, impact });
  }

  private waitingNotices(): void {
    this.board.watch('notices-waiting', {
      metric: this.longest('NoticeWaitsMinutes', 'deliver-notice'),
      threshold: Duration.hours(1).toMinutes(),
      impact: 'a transport takes nothing: reminders, escalations and answers wait, and go out once it is there again.',
    });
    this.board.watch('notice-not-retried', {
      metric: this.counter('NoticeNotRetried', 'deliver-notice'),
      threshold: 1,
      impact: 'single notices that wait cannot be made once more, and do not go out; all others do.',
    });
    this.board.watch('notices-silent', {
      metric: this.counter('WaitingNoticesRun', 'deliver-notice'),
      threshold: 1,
      below: true,
      impact: 'what waits for a transport is not tried again. The next good run catches up.',
    });
  }

  private counters(): void {
    this.board.watch('notice-undeliverable', {
      metric: this.counter('NoticeUndeliverable', 'deliver-notice'),
      threshold: 1,
      impact: 'somebody who had to be told was not, by any transport, nor was a stand-in.',
    });
    this.board.watch('acknowledgement-uncertain', {
      metric: this.counter('AcknowledgementUncertain', 'deliver-notice'),
      threshold: 1,
      impact: 'complainants by mail may have neither receipt nor query code: nobody knows whether theirs arrived.',
    });
    this.board.watch('wechat-barred', {
      metric: this.counter('WechatBarred', 'deliver-notice'),
      threshold: 1,
      impact: 'complainants on WeChat or WeCom hear nothing there: our calls are refused until somebody puts it right.',
    });
    this.board.watch('staff-address-suppressed', {
      metric: this.counter('StaffAddressSuppressed', 'record-bounces'),
      threshold: 1,
      impact: 'somebody of the roster gets no mail any more: their stand-in does, or they get a text message.',
    });
    this.board.watch('mail-held-back', {
      metric: this.counter('MailHeldBack', 'accept-email'),
      threshold: 1,
      impact: 'mails of a sender who writes very often lie in the bucket and become no complaints.',
    });
    this.board.watch('calendar-not-covered', {
      metric: this.counter('CalendarNotCovered', 'relay-events'),
      threshold: 1,
      impact: 'deadlines reach beyond the known holiday calendar: they are provisional and may be off by days.',
    });
  }

  /** What that function counted (functions/shared/count.ts). */
  private counter(metricName: string, name: string, statistic: string = sum): Metric {
    const dimensionsMap = { Function: `${this.prefix}-${name}` };
    return new Metric({ namespace: 'Huiyin', metricName, dimensionsMap, statistic, period });
  }

  /** The longest time that the function said of anything. */
  private longest(metricName: string, name: string): Metric {
    return this.counter(metricName, name, maximum);
  }
}
