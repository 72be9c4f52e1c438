import * as z from 'zod';

/** A moment: UTC, ISO 8601 with milliseconds. */
export const InstantSchema = z.iso.datetime();

/** A day in Beijing: "2026-10-08". */
export const DaySchema = z.iso.date();

/**
 * An object that lies in the case table. Attributes that only a newer release knows are carried through unread, so that
 * an older release, during a deploy or after a rollback, erases nothing. The type names only what this release knows.
 */
export function stored<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape, z.core.$strip>;
}

/** A list that nobody changes in place. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
