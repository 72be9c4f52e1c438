import type { SQSRecord } from 'aws-lambda';
import type { Instant } from '../../domain/calendar/day.ts';
import type { EndSentDeps } from '../../usecases/notices/end-sent.ts';
import type { TellGatheredDeps } from '../../usecases/notices/incidents.ts';
import type { SendListsDeps } from '../../usecases/notices/send-lists.ts';
import type { SendNoticeDeps } from '../../usecases/notices/send-notice.ts';
import type { TakeAgainDeps } from '../../usecases/notices/take-again.ts';
import type { PutByWayListDeps } from '../../usecases/notices/way-lists.ts';
import type { BatchDeps } from '../shared/batch.ts';

/** What a run by the clock, or by hand, needs beside what a message of the queue does. */
type RunDeps = Pick<SendListsDeps, 'cases' | 'rules' | 'deliveries' | 'limits' | 'auditor' | 'wayLists' | 'summaries'> &
  Pick<PutByWayListDeps, 'hours' | 'deliveries'> &
  Pick<TellGatheredDeps, 'incidents' | 'noticeQueue'> &
  Pick<TakeAgainDeps, 'deliveries'> &
  Pick<EndSentDeps, 'deliveries'>;
export type DeliverNoticeDeps = SendNoticeDeps &
  BatchDeps &
  RunDeps & {
    /** When a message is worked on, which may be long after it was sent. */
    readonly timeOf: (record: SQSRecord) => Instant;
  };
