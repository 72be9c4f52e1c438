import type { Instant } from '../../domain/calendar/day.ts';

/** Where a page ended, and by which clock the list is read: it stays the same list while somebody pages through it. */
export interface Bookmark {
  readonly after: string;
  readonly now: Instant;
}

/** A cursor belongs to its query, and leads into no other list. */
export const cursorOf = ({ after, now }: Bookmark, query: object): string =>
  Buffer.from(JSON.stringify([after, now, JSON.stringify(query)])).toString('base64url');

/** Undefined for what was never the end of a page of that list. */
export function bookmarkIn(cursor: string, query: object): Bookmark | undefined {
  const read = jsonIn(cursor);
  if (!Array.isArray(read) || read[2] !== JSON.stringify(query)) return undefined;
  const [after, now] = read.map(String) as [string, string];
  return PLACE.test(after) && INSTANT.test(now) && !Number.isNaN(Date.parse(now)) ? { after, now } : undefined;
}

const PLACE = /^[0-2][\w#-]{1,120}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
