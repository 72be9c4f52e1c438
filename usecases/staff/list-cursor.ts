import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';

/** Where a page ended, and by which clock the list is read: it stays the same list while somebody pages through it. */
export interface Bookmark {
  readonly after: string;
  readonly now: Instant;
}

const Written = z.tuple([z.string().regex(/^[0-2][\w#-]{1,120}$/), z.iso.datetime(), z.string()]);

/** A cursor belongs to its query, and leads into no other list. */
export const cursorOf = ({ after, now }: Bookmark, query: object): string =>
  Buffer.from(JSON.stringify([after, now, JSON.stringify(query)])).toString('base64url');

/** Undefined for what was never the end of a page of that list. */
export function bookmarkIn(cursor: string, query: object): Bookmark | undefined {
  const { data } = Written.safeParse(jsonIn(cursor));
  return data?.[2] === JSON.stringify(query) ? { after: data[0], now: data[1] } : undefined;
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
