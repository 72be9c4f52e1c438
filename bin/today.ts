import { type Day, dayOf } from '../domain/calendar/day.ts';

/** The day it is in Beijing. */
export const today = (): Day => dayOf(new Date().toISOString());
