import * as z from 'zod';
import type { Instant } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { lazy } from '../lazy.ts';
import { DaySchema, InstantSchema, listOf, stored } from '../stored.ts';
import { type ClockRule, keptPeriodSchema, periodSchema } from './clock-rule.ts';
import { type Deadline, deadlineOf } from './deadline.ts';

/** The clock of what whoever assigned the case wants done by when, beside the legal ones. */
export const SET_LIMIT = 'set-limit';

const keptLimitSchema = lazy(() => z.union([keptPeriodSchema(), z.strictObject({ until: InstantSchema })]));

/** 指定期限: a period from when the case comes, or a moment, the first that is too late. */
export type Limit = Readonly<z.infer<ReturnType<typeof keptLimitSchema>>>;

/** Databases write such years (1900, 9999) where there is no limit. */
const isMeant = (time: string): boolean => time >= '2000' && time < '2100';
const NOT_MEANT = { error: '年份不对，请核对' };

/** A limit as it is asked for from outside. What was kept before may be longer. */
export const limitSchema = lazy<z.ZodType<Limit>>(() =>
  z.union([periodSchema(), z.strictObject({ until: InstantSchema.refine(isMeant, NOT_MEANT) })]),
);

/** The last day of something, as it is asked for from outside. */
export const LastDaySchema = DaySchema.refine(isMeant, NOT_MEANT);

/** A limit that somebody else waits for. */
export interface Bound {
  readonly until: Instant;
  /** The organ that set it; none for a sender. */
  readonly by?: string | undefined;
}

export const limitsSchema = lazy(() =>
  z.record(
    z.string(),
    stored({
      limit: keptLimitSchema(),
      /** When it was asked for: it counts from then, whenever the clock starts; where absent, from the start. */
      since: InstantSchema.optional(),
      /** The organ that set it; none for a sender. */
      by: z.string().optional(),
      /** What it was set within: limits that others wait for, and that organ may not move. */
      within: listOf(stored({ until: InstantSchema, by: z.string().optional() })).optional(),
      /** Where it stands, where that is not what the clock's own rule says. */
      basis: z.string().optional(),
    }),
  ),
);

/** What was set for one case, by the clock that it is for: it goes before the period of the clock's rule. */
export type Limits = Readonly<z.infer<ReturnType<typeof limitsSchema>>>;

/** The limits of a case with those beside or in place of them. */
export const withLimits = (before: Limits | undefined, more: Limits | undefined): Limits | undefined =>
  more ? { ...before, ...more } : before;

/** When a limit that counts from `start` runs out. */
export const limitEnd = (limit: Limit, start: Instant, calendar: WorkCalendar): Deadline =>
  'until' in limit ? { dueAt: limit.until, provisional: false } : deadlineOf(limit, start, calendar);

/** How long a clock of that name runs for a case; undefined where nobody has set what the rule leaves open. */
export const limitFor = (name: string, { period }: ClockRule, limits: Limits | undefined): Limit | undefined =>
  limits?.[name]?.limit ?? period;
