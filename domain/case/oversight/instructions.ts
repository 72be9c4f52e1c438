import * as z from 'zod';
import { lazy } from '../../lazy.ts';
import { DaySchema, InstantSchema, listOf, stored } from '../../stored.ts';
import { ItemSchema } from './numbered-items.ts';

/** 领导批示: what it says stands in its event. */
export const instructionsSchema = lazy(() =>
  listOf(
    stored({
      item: ItemSchema,
      /** Who gave it. */
      from: z.string(),
      /** The organ that recorded it, which hears what became of it. */
      by: z.string(),
      at: InstantSchema,
      until: DaySchema,
      endedAt: InstantSchema.optional(),
    }),
  ),
);
