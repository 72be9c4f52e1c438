import type { Day } from '../calendar/day.ts';

/** Where the facts of a day lie, for Athena and DuckDB to find them by province and day. */
export const factsKey = (province: string, day: Day): string => `facts/province=${province}/dt=${day}/events.parquet`;
