import { type Day, dayOf } from '../domain/calendar/day.ts';
import { DaySchema } from '../domain/stored.ts';

/** The day it is in Beijing. */
export const today = (): Day => dayOf(new Date().toISOString());

/** Whether there is such a day: "2026-02-28", and not "2026-02-30". */
export const isDay = (text: string): text is Day => DaySchema.safeParse(text).success;
