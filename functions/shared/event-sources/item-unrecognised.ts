import { count } from '../count.ts';
import { logError } from '../log.ts';

/** Tells of an item that only a newer release can read: it waits for that release, and nothing waits for it. */
export function itemUnrecognised(item: string, error: unknown): void {
  logError('item-unrecognised', error, { item });
  count('EventUnrecognised');
}
