import * as z from 'zod';
import type { Instant } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { InstantSchema, stored } from '../stored.ts';
import { type ClockRule, PeriodSchema } from './clock-rule.ts';
import { type Deadline, deadlineOf } from './deadline.ts';

/** The clock of what whoever assigned the case wants done by when, beside the legal ones. */
export const SET_LIMIT = 'set-limit';

export const LimitSchema = z.union([PeriodSchema, z.strictObject({ until: InstantSchema })]);

/** 指定期限: a period from when the case comes, or a moment, the first that is too late. */
export type Limit = Readonly<z.infer<typeof LimitSchema>>;

export const LimitsSchema = z.record(
  z.string(),
  stored({
    limit: LimitSchema,
    /** Where it stands, where that is not what the clock's own rule says. */
    basis: z.string().optional(),
  }),
);

/** What was set for one case, by the clock that it is for: it goes before the period of the clock's rule. */
export type Limits = Readonly<z.infer<typeof LimitsSchema>>;

/** When a limit that counts from `start` runs out. */
export const limitEnd = (limit: Limit, start: Instant, calendar: WorkCalendar): Deadline =>
  'until' in limit ? { dueAt: limit.until, provisional: false } : deadlineOf(limit, start, calendar);

/** How long a clock of that name runs for a case; undefined where nobody has set what the rule leaves open. */
export const limitFor = (name: string, { period }: ClockRule, limits: Limits | undefined): Limit | undefined =>
  limits?.[name]?.limit ?? period;
