import { addDays, dayOf, type Instant, instantAt } from '../calendar/day.ts';
import { ASKED, END, ENDED, momentAt, OPEN } from './listing.ts';
import type { Row } from './row.ts';

/** The groups of a list, as people read them. A case may be in several: time is one thing, whose turn it is another. */
export const GROUPS = {
  overdue: '已超期',
  today: '今日到期',
  /** From tomorrow on. */
  soon: '3日内',
  waiting: '等待他人',
  reopening: '申请重办',
  unread: '有新情况',
  open: '在办',
  ended: '已结束',
  all: '全部',
} as const;

export type Group = keyof typeof GROUPS;

export const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[];

/** Places from the first up to, but not with, the second. */
export type Range = readonly [from: string, until: string];

const SOON_DAYS = 3;

/** Where the cases of each group lie, though not all that lie there need be of it. */
export type Ranges = Readonly<Record<Group, Range>>;

export function rangesAt(now: Instant): Ranges {
  const [late, tomorrow, later] = bounds(now);
  return {
    overdue: [OPEN, late],
    today: [late, tomorrow],
    soon: [tomorrow, later],
    waiting: [OPEN, ENDED],
    reopening: [ASKED, OPEN],
    unread: [ASKED, ENDED],
    open: [OPEN, ENDED],
    ended: [ENDED, END],
    all: [ASKED, END],
  };
}

/** A deadline is the first instant that is too late: what must be done today is late at midnight. */
function bounds(now: Instant): readonly [string, string, string] {
  const midnight = (days: number) => instantAt(addDays(dayOf(now), days), '00:00');
  const after = (instant: Instant) => `${OPEN}${momentAt(instant)}~`;
  return [after(thisMinute(now)), after(midnight(1)), after(midnight(1 + SOON_DAYS))];
}

const thisMinute = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z`;

export interface Onlooking {
  readonly ranges: Ranges;
  /** The organ whose list it is. */
  readonly organ: string;
  /** Who looks, and the last event of each case that they have seen. */
  readonly sub: string;
  readonly seen: ReadonlyMap<string, number>;
}

/** Whether something has happened to it that they have not seen, and have not done themselves. */
export const isUnread = ({ id, news, newsBy }: Row, { sub, seen }: Pick<Onlooking, 'sub' | 'seen'>): boolean =>
  newsBy !== sub && (seen.get(id) ?? 0) < news;

/** Whether a case at that place is of the group. */
export function isOf(group: Group, place: string, row: Row, looking: Onlooking): boolean {
  const [from, until] = looking.ranges[group];
  const at = BY_TIME.includes(group) ? asIfOpen(place) : place;
  if (at < from || at >= until) return false;
  if (group === 'waiting') return row.waitsFor !== looking.organ;
  return group !== 'unread' || isUnread(row, looking);
}

const BY_TIME: readonly Group[] = ['overdue', 'today', 'soon'];

/** 申请重办 has a deadline too: what ended, and somebody wants opened again, is late like what is open. */
const asIfOpen = (place: string): string => (place < OPEN ? `${OPEN}${place.slice(1)}` : place);

/** Whether a case at that place is overdue at that moment. */
export const isOverdue = (place: string, { overdue: [from, until] }: Ranges): boolean =>
  from <= asIfOpen(place) && asIfOpen(place) < until;
