import * as z from 'zod';
import { type Day, dayOf, type Instant } from '../../calendar/day.ts';
import { DaySchema, listOf, stored } from '../../stored.ts';

/** So many visits a case remembers; its events keep all, with what was found. */
const REMEMBERED = 20;

/** 现场核查. */
export const VisitsSchema = listOf(
  stored({
    on: DaySchema,
    /** The organ that was there. */
    organ: z.string(),
    /** Number of the event that tells of it. */
    seq: z.int(),
  }),
);

export type Visits = Readonly<z.infer<typeof VisitsSchema>>;

export const withVisit = (visits: Visits = [], visit: Visits[number]): Visits => [...visits, visit].slice(-REMEMBERED);

/** Why nobody can have been there on that day. */
export const whyNotYet = (day: Day, now: Instant): string | undefined =>
  day > dayOf(now) ? '日期不能晚于今天' : undefined;
