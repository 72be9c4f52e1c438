import type { Day } from '../../domain/calendar/day.ts';
import { DaySchema } from '../../domain/stored.ts';

/** Whether somebody typed a day that there is: "2026-02-28", and not "2026-02-30". */
export const isDay = (text: string): text is Day => DaySchema.safeParse(text).success;
