import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

/** 主办、协办单位, by their ids. */
export const holders = { lead: z.string(), assisting: listOf(z.string()) };

const RouteBasisSchema = stored({
  /** The day in Beijing on which it was routed. */
  day: z.string(),
  text: z.string(),
  provision: z.string().optional(),
});

/** 法律依据 as it was on the day of routing: the text that people saw, and the provision where a law is the basis. */
export type RouteBasis = Readonly<z.infer<typeof RouteBasisSchema>>;

export const RouteSchema = stored({
  ...holders,
  /** Id of the rule that decided; "catch-all" when none matched. */
  rule: z.string(),
  /** None where no rule decided, and in routes from before it was kept. */
  basis: RouteBasisSchema.optional(),
  trace: listOf(z.string()),
});

/** To whom a case goes, and why. */
export type Route = Readonly<z.infer<typeof RouteSchema>>;
