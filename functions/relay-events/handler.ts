import type { DynamoDBRecord } from 'aws-lambda';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { type DayEntries, enterEvent } from '../../usecases/audit/enter-event.ts';
import { type RelayEventDeps, relayEvent } from '../../usecases/notices/relaying/relay-event.ts';
import { count } from '../shared/count.ts';
import { PoisonMessage, understood } from '../shared/event-sources/poison.ts';
import { forEachRecord, type StreamDeps } from '../shared/event-sources/records.ts';
import { logInfo } from '../shared/log.ts';
import { countEvent } from './count-event.ts';

export interface RelayEventsDeps extends RelayEventDeps, StreamDeps {
  /** Reads the event out of a stream record; throws a ZodError when there is none. */
  readonly eventOf: (record: DynamoDBRecord) => CaseEvent;
  readonly entries: Pick<DayEntries, 'put'>;
}

/** Stream of the case table: every event is entered under its day and becomes the notices it causes. */
export const createHandler = ({ eventOf, entries, setAside, now, ...deps }: RelayEventsDeps) => {
  const recent = new Map<string, Case>();
  return forEachRecord(
    async (record) => {
      const event = understood(() => eventOf(record));
      await enterEvent(event, entries);
      // Only a newer release knows it. It waits for that release among the dead letters, and the stream goes on.
      if (event.type === 'unrecognised') {
        count('EventUnrecognised');
        throw new PoisonMessage(`unrecognised event ${event.storedType}`);
      }
      const notices = await relayEvent(event, { ...deps, recent });
      logInfo('event-relayed', { caseId: event.caseId, seq: event.seq, type: event.type, notices });
      countEvent(event);
      // Days that the calendar does not know were supposed to be ordinary ones: ops must add the year.
      if (event.started.some(({ provisional }) => provisional)) count('CalendarNotCovered');
    },
    { setAside, now },
  );
};
