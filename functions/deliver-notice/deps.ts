import type { SQSRecord } from 'aws-lambda';
import type { Instant } from '../../domain/calendar/day.ts';
import type { TellGatheredDeps } from '../../usecases/notices/digests/incidents.ts';
import type { DeferWayListDeps } from '../../usecases/notices/digests/way-lists.ts';
import type { ConfirmSentDeps } from '../../usecases/notices/receipts/confirm-sent.ts';
import type { ResumeStuckDeps } from '../../usecases/notices/sending/resume-stuck.ts';
import type { SendListsDeps } from '../../usecases/notices/sending/send-lists.ts';
import type { SendNoticeDeps } from '../../usecases/notices/sending/send-notice.ts';
import type { BatchDeps } from '../shared/event-sources/batch.ts';

/** What a run by the clock, or by hand, needs beside what a message of the queue does. */
type RunDeps = Pick<SendListsDeps, 'cases' | 'rules' | 'deliveries' | 'limits' | 'auditor' | 'wayLists' | 'summaries'> &
  Pick<DeferWayListDeps, 'hours' | 'deliveries'> &
  Pick<TellGatheredDeps, 'incidents' | 'noticeQueue'> &
  Pick<ResumeStuckDeps, 'deliveries'> &
  Pick<ConfirmSentDeps, 'deliveries'>;
export type DeliverNoticeDeps = SendNoticeDeps &
  BatchDeps &
  RunDeps & {
    /** When a message is worked on, which may be long after it was sent. */
    readonly timeOf: (record: SQSRecord) => Instant;
  };
