import * as z from 'zod';
import { PROVISIONS } from '../law/statutes.ts';
import { lazy } from '../lazy.ts';
import { DaySchema, listOf } from '../stored.ts';

export const ClockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const count = z.int().positive();

const periodOf = (hours: z.ZodInt, days: z.ZodInt) =>
  z.discriminatedUnion('unit', [
    z.strictObject({ unit: z.literal('hours'), count: hours }),
    z.strictObject({
      unit: z.enum(['calendar-days', 'calendar-months', 'working-days']),
      count: days,
      by: ClockTimeSchema.optional(),
    }),
  ]);

/** As it is set by people, programs and files: what is longer is meant for none. */
export const periodSchema = lazy(() => periodOf(count.max(9999), count.max(999)));

/** As it was kept, however long. */
export const keptPeriodSchema = lazy(() => periodOf(count, count));

/**
 * How long. Days end at midnight of the last day in Beijing unless `by` says earlier; the day of the trigger never
 * counts.
 */
export type Period = Readonly<z.infer<ReturnType<typeof periodSchema>>>;

const triggerSchema = () =>
  z.union([
    z.string().min(1),
    /** Only if that is so as the event happens: see domain/case/clocks/clock-conditions.ts. */
    z.strictObject({ on: z.string().min(1), if: z.string().min(1) }),
  ]);

/** The type of an event that starts or stops a clock, or the type with a condition. */
export type Trigger = Readonly<z.infer<ReturnType<typeof triggerSchema>>>;

/** Built by whoever checks the file: what travels in a bundle was checked. */
export const clockRuleSchema = () =>
  z.strictObject({
    /** 时限名称, short, for lists. */
    name: z.string().min(1),
    /** For people: what is due. */
    duty: z.string().min(1),
    /** For people: what happens if it is not done. */
    consequence: z.string().min(1),
    /** To whom it is due; to `nobody` where it is a right, which lapses. */
    owedTo: z.enum(['complainant', 'superior', 'nobody']),
    /**
     * Who must act: the organ that leads the case, the level above it, whoever assigned it, the top of its line, or
     * whoever decides on 复查 or 复核. If not said, the lead, or the level above it while that reviews what the lead has reported.
     */
    dutyOf: z.enum(['lead', 'superior', 'assigner', 'top', 'reviewer']).optional(),
    /** 值班: reminded of at the duty desk and its head, by text message too. */
    dayAndNight: z.literal(true).optional(),
    /** Nobody has checked that it holds: off until a province says that it does, in config/policies. */
    needsVerification: z.literal(true).optional(),
    /** None where somebody sets a day for each case: until then the clock does not run. */
    period: periodSchema().optional(),
    /**
     * 自收到之日起计算: it counts from the receipt of the complaint, or of the request for 复查, whenever it starts; or from the
     * day (`on`) that the event which starts it was, where it is recorded later.
     */
    countsFrom: z.enum(['receipt', 'request', 'its-day']).optional(),
    /**
     * 程序从新: it is of a step that begins by itself, later than its case, and goes by the newest rule that is in force on the
     * day on which it starts, whatever version brought it. This one is since that day. If not said, it goes by the version
     * that the case started under.
     */
    since: DaySchema.optional(),
    /**
     * 期间届满的最后一日是节假日的，以节假日后的第一日为届满之日: what may be done before the deadline may be done until the end
     * of the next working day, and nothing is late before that. People are reminded by the day itself.
     */
    lastDayMoves: z.literal(true).optional(),
    /**
     * Extension, added to the last day, or without `count` to a day that whoever asks names; granted once unless `times`
     * says more.
     */
    extension: z
      .strictObject({ unit: z.literal('calendar-days'), count: count.optional(), times: count.optional() })
      .optional(),
    /** Events that start it, unless it runs already. */
    startsOn: listOf(triggerSchema()),
    /** Events that let it begin anew, in place of its former run. */
    restartsOn: listOf(triggerSchema()).optional(),
    stopsOn: listOf(triggerSchema()),
    /** 逐项计算: it runs for each of several that a case has, whose number (`item`) its events name. */
    each: z.literal(true).optional(),
    /** Which cases have it: all of these must be so when it starts. See domain/case/clocks/clock-conditions.ts. */
    where: listOf(z.string().min(1)).optional(),
    /**
     * As long as what it runs: all of these must be so when it starts, and it stops with the event after which one is
     * not.
     */
    while: listOf(z.string().min(1)).optional(),
    /**
     * 依据: a provision of config/statutes.json, by the day on which the clock began; or what no law gives, with how sure it
     * is: S the founding papers, P our own proposal, the others as everywhere.
     */
    citation: z.union([
      z.strictObject({ provision: z.enum(PROVISIONS) }),
      z.strictObject({
        rule: z.string().min(1),
        source: z.string().min(1),
        confidence: z.enum(['A', 'B', 'C', 'S', 'P']),
      }),
    ]),
  });

export type ClockRule = Readonly<z.infer<ReturnType<typeof clockRuleSchema>>>;
