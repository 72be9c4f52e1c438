import type { StoredEvent } from '../../domain/audit/chain.ts';
import { type Bringing, type Entry, entriesIn } from '../../domain/audit/ledger.ts';
import { type Day, dayOf } from '../../domain/calendar/day.ts';

export interface DayEntries {
  /** Keeps an entry under that day; of the heads of a case the last, in whatever order they come and however often. */
  put(day: Day, entry: Entry): Promise<void>;
  /** What was entered under that day, in any order. */
  of(day: Day): AsyncIterable<Entry>;
}

/**
 * Enters what an event changed under its day in Beijing, whatever day it is when the event comes. It knows events by
 * their links alone, so those of a newer release are entered as well. Done again, it changes nothing.
 */
export async function enterEvent(event: Bringing & StoredEvent, entries: Pick<DayEntries, 'put'>): Promise<void> {
  await Promise.all(entriesIn(event).map((entry) => entries.put(dayOf(event.at), entry)));
}
