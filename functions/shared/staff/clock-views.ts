import * as z from 'zod';
import type { Clock as RunningClock } from '../../../domain/clocks/clock.ts';
import { listOf } from '../../../domain/stored.ts';

/** A period that runs. */
export const Clock = z.object({
  name: z.string(),
  dueAt: z.iso.datetime(),
  /** The calendar did not reach that far: the day is a guess. */
  provisional: z.boolean(),
  extended: z.boolean(),
});

/** The same with its reasons. */
export const ReasonedClock = Clock.extend({
  /** 期限从何而来, line by line: trigger, period, source, days that do not count, pauses, extensions, end. */
  why: listOf(z.string()),
  /** What it will cause if nobody acts, and when. */
  next: z.string(),
});

export const clockOf = ({ name, dueAt, provisional, extended }: RunningClock) => ({
  name,
  dueAt,
  provisional,
  extended,
});
