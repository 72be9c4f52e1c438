import { Duration } from 'aws-cdk-lib';
import { type Alarm, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deadlines } from '../deadlines.ts';
import type { DeskApi } from '../desk-api.ts';
import type { Foundation } from '../foundation.ts';
import type { Intake } from '../intake.ts';
import type { MailFeedback } from '../mail-feedback.ts';
import type { Media } from '../media.ts';
import type { Notices } from '../notices.ts';
import type { PublicApi } from '../public-api.ts';
import type { Registration } from '../registration.ts';
import type { ServiceFunction } from '../service-function.ts';
import type { WebEntrance } from '../web-entrance.ts';
import type { DeadLetterQueue, WorkQueue } from '../work-queue.ts';
import { AlarmBoard } from './alarm-board.ts';
import { WATCHED_COUNTERS } from './watched-counters.ts';

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
  readonly deskEntrance: DeskApi;
}

const period = Duration.minutes(5);
const { MAXIMUM: maximum, SUM: sum } = Stats;

/**
 * What may not go unnoticed. A mapped error and a half-failed batch are no errors to Lambda, so their traces are
 * watched instead.
 */
export class Alarms extends Construct {
  private readonly board: AlarmBoard;

  constructor(
    scope: Construct,
    id: string,
    {
      foundation,
      web,
      intake,
      registration,
      media,
      deadlines,
      notices,
      mailFeedback,
      entrance,
      deskEntrance,
    }: AlarmsProps,
  ) {
    super(scope, id);
    this.board = new AlarmBoard(this, 'Board', foundation);

    this.queue(web.uploadQueue, 'photos do not reach the evidence; after three days the inbox forgets them.');
    this.queue(intake.mail.queue, 'complaints sent by e-mail have no receipt and no case.');
    this.queue(registration.queue, 'complaints have a receipt but no case; their clocks run and nobody works on them.');
    this.queue(
      media.queue,
      'pictures, voices and films of complainants are not kept; WeChat forgets them after three days.',
    );
    this.queue(notices.queue, 'reminders, orders and answers do not reach people.');
    this.backlog(notices.urgentQueue, 'emergencies and escalations do not reach who must act.', Duration.minutes(5));
    this.queue(mailFeedback.queue, 'letters came back, and nobody else was told in their stead.');
    this.stream(
      registration.queueComplaints,
      registration.streamDeadLetters,
      'complaints in the vault reach no queue.',
    );
    this.stream(
      registration.linkSenders,
      registration.linkDeadLetters,
      'officers do not see that a sender has complained before, or what was erased is still linked.',
    );
    this.stream(notices.relayEvents, notices.streamDeadLetters, 'what happens to cases causes no notices.');
    this.sweep(deadlines.sweepDeadlines);
    this.drafts(intake.chats.submitDrafts);
    this.waitingNotices(foundation.province.id);
    this.ledgers(foundation.province.id);
    this.reconciliation(foundation.province.id);
    this.board.watch('api-5xx', {
      metric: entrance.api.metricServerError({ period, statistic: sum }),
      threshold: 5,
      impact: 'citizens, partners or staff are turned away with an error of ours.',
    });
    this.board.watch('desk-5xx', {
      metric: deskEntrance.api.metricServerError({ period, statistic: sum }),
      threshold: 5,
      impact: 'staff cannot open their desk, or what they decide is not recorded.',
    });
    this.counters(foundation.province.id);
    this.throttled(entrance.accessLog, foundation.province.id);
    this.limits();
    this.board.joinCauses();
  }

  /** All that is watched. */
  get all(): readonly Alarm[] {
    return this.board.alarms;
  }

  /** What all functions of the account share. */
  private limits(): void {
    const late = 'complaints, reminders and notices are late together.';
    this.board.watch('functions-throttled', {
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: sum, period }),
      threshold: 5,
      impact: `functions are held back by a limit: ${late}`,
    });
    this.board.watch('concurrency-near-limit', {
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'ConcurrentExecutions', statistic: maximum, period }),
      threshold: 800,
      impact: `nobody yet. Beyond 1,000 at once functions are held back, and ${late}`,
    });
    this.board.watch('keys-near-limit', {
      metric: new Metric({
        namespace: 'AWS/Usage',
        metricName: 'CallCount',
        dimensionsMap: { Service: 'KMS', Type: 'API', Resource: 'CryptographicOperationsSymmetric', Class: 'None' },
        statistic: sum,
        period: Duration.minutes(1),
      }),
      threshold: 250_000,
      impact: `nobody yet. Beyond the quota of the keys, tables and buckets answer with errors, and ${late}`,
    });
  }

  private queue(queue: WorkQueue, impact: string): void {
    this.backlog(queue, impact, Duration.minutes(15));
    this.deadLetters(queue.deadLetters, impact);
  }

  private backlog({ name, queue }: WorkQueue, impact: string, most: Duration): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ period, statistic: maximum });
    this.board.watch(`${name}-backlog`, { metric, threshold: most.toSeconds(), impact });
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
    const runs = sweep.metricInvocations({ period, statistic: sum });
    this.board.watch('sweep-silent', { metric: runs, threshold: 1, below: true, impact });
  }

  private drafts(submitDrafts: ServiceFunction): void {
    const impact = 'what people wrote on WeChat or WeCom, and did not submit by a word, becomes no complaint.';
    const errors = submitDrafts.metricErrors({ period, statistic: sum });
    this.board.watch('drafts-errors', { metric: errors, threshold: 3, impact });
    const runs = submitDrafts.metricInvocations({ period, statistic: sum });
    this.board.watch('drafts-silent', { metric: runs, threshold: 1, below: true, impact });
  }

  /** Notices that wait for a transport are looked at every minute. */
  private waitingNotices(province: string): void {
    this.board.watch('notices-silent', {
      metric: counted('WaitingNoticesRun', province),
      threshold: 1,
      below: true,
      impact: 'what waits for a transport is not tried again. The next good run catches up.',
    });
  }

  /** Every hour it is said that the last day that can be sealed has its ledger. */
  private ledgers(province: string): void {
    this.board.watch('ledger-missing', {
      metric: counted('LedgerStands', province).with({ period: Duration.hours(1) }),
      threshold: 1,
      below: true,
      periods: 3,
      impact:
        'what happened yesterday can still be changed unseen, and complainants cannot prove that they were counted.',
    });
  }

  /** Once a day it is said that the day before was held against what became of it. */
  private reconciliation(province: string): void {
    this.board.watch('reconcile-silent', {
      metric: counted('DayReconciled', province).with({ period: Duration.hours(1) }),
      threshold: 1,
      below: true,
      onceHeard: true,
      periods: 26,
      impact: 'nobody yet. A complaint without a case, or somebody who was not told, would not be found.',
    });
  }

  /** What functions counted (functions/shared/count.ts), each over all functions of the province. */
  private counters(province: string): void {
    for (const [metricName, { heading, threshold, impact, statistic = sum }] of Object.entries(WATCHED_COUNTERS)) {
      this.board.watch(heading, { metric: counted(metricName, province, statistic), threshold, impact });
    }
  }

  /** What the gateway turned away before any function saw it. */
  private throttled(logGroup: ILogGroup, province: string): void {
    const metricName = 'RequestsThrottled';
    const namespace = `Huiyin/${province}`;
    new MetricFilter(this, 'Throttled', {
      logGroup,
      metricNamespace: namespace,
      metricName,
      metricValue: '1',
      // No function answered: what ours turn away is counted by them (RequestsLimited).
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.status', '=', '429'),
        FilterPattern.stringValue('$.latency', '=', '-'),
      ),
    });
    this.board.watch('requests-throttled', {
      metric: new Metric({ namespace, metricName, statistic: sum, period }),
      threshold: 20,
      impact:
        'citizens or partners are turned away because too many come at once by one route, or one network floods it.',
    });
  }
}

/** What functions counted, over all functions of the province. */
function counted(metricName: string, province: string, statistic: string = sum): Metric {
  return new Metric({ namespace: 'Huiyin', metricName, dimensionsMap: { Province: province }, statistic, period });
}
