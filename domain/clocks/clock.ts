import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';

export const StricterSchema = stored({
  /** Of `stricter` in config/ladders; or `times-3`: what `repeated` there names for the third time. */
  ladder: z.string(),
  /** What it has beyond the ladder of a clock is not made up for before that. */
  since: InstantSchema,
});

/** 从严催办: the further ladder by which a marked case is chased, or one of a matter that was complained of before. */
export type Stricter = Readonly<z.infer<typeof StricterSchema>>;

export const timesLadder = (times: number): string => `times-${times}`;

/** How often the matter was complained of, by the name of a ladder; undefined for that of a mark. */
export const timesIn = (ladder: string): number | undefined => {
  const times = /^times-(\d+)$/.exec(ladder)?.[1];
  return times === undefined ? undefined : Number(times);
};

/** 已阅: which step was read, which one is left out for it if it comes by then. */
const AcknowledgedSchema = stored({ after: z.string(), stops: z.string(), until: InstantSchema });

export const ClockSchema = stored({
  /** Of its entry in config/clocks.json. */
  name: z.string(),
  /** Version of the rules it started under, and keeps. */
  policy: z.string(),
  startedAt: InstantSchema,
  /** Steps at or before this instant are not made up for: the start, or the moment of the extension. */
  countedFrom: InstantSchema,
  /** The first instant that is too late. */
  dueAt: InstantSchema,
  /** The calendar did not reach this far when the deadline was computed: it is a guess until recomputed. */
  provisional: z.boolean(),
  extended: z.boolean(),
  /** Extensions granted; absent where `extended` says enough. */
  extensions: z.int().optional(),
  /** By so many days extensions have moved the deadline, whatever a later rule would grant. */
  extendedDays: z.int().optional(),
  /** 中止计算: nothing falls due until it is resumed. */
  pausedAt: InstantSchema.optional(),
  /** By so many days pauses have moved the deadline. */
  pausedDays: z.int().optional(),
  stoppedAt: InstantSchema.optional(),
  /** That of its case. */
  stricter: StricterSchema.optional(),
  /** Ladder steps that went out. */
  fired: listOf(z.string()),
  /** At most one for each of these. */
  acknowledged: listOf(AcknowledgedSchema).optional(),
});

/** 时限: one legal period running for one case. */
export type Clock = Readonly<z.infer<typeof ClockSchema>>;

/** How often it was extended; clocks of the releases before 2026-12 say only that they were. */
export const grantedTo = ({ extended, extensions = extended ? 1 : 0 }: Clock): number => extensions;

export const ClockStartSchema = stored({
  name: z.string(),
  policy: z.string(),
  /** From when its period counts, where that is not the moment of the event. */
  countsFrom: InstantSchema.optional(),
  dueAt: InstantSchema,
  provisional: z.boolean(),
});

/** A clock that an event sets running, with its deadline as computed then. */
export type ClockStart = Readonly<z.infer<typeof ClockStartSchema>>;
